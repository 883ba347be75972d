import { median } from "./timing.js";

/** Calls that are measured each way; one more opens the connection and is not counted. */
const CALLS = 20;

/**
 * Sends the same request both ways in turn, so that a change of the network meets both.
 *
 * @param sendOne sends one call one way ("edge", "direct") and gives its result
 * @param onProgress is told how many calls are done, of how many
 * @returns results by way; when the first call of a way gets no answer, that one alone
 */
export async function compare(sendOne, onProgress) {
  const results = { edge: [], direct: [] };
  const first = { edge: await sendOne("edge"), direct: await sendOne("direct") };
  const ways = Object.keys(results).filter((way) => first[way].status !== null);
  const total = ways.length * CALLS;
  for (let done = 0; done < total; done += 1) {
    const way = ways[done % ways.length];
    onProgress(done, total);
    results[way].push(await sendOne(way));
  }
  for (const way of ["edge", "direct"]) {
    if (!ways.includes(way)) results[way] = [first[way]];
  }
  return results;
}

/** The figures of one way, or `null` when no call was answered. */
export function summarize(results) {
  const answered = results.filter(({ status }) => status !== null);
  if (answered.length === 0) return null;
  const times = answered.map(({ milliseconds }) => milliseconds);
  return {
    answered: answered.length,
    median: median(times),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    statuses: [...new Set(answered.map(({ status }) => status))],
    preflight: answered.at(-1).preflight,
  };
}

/** The comparison in a sentence. */
export function verdict(edge, direct) {
  if (!edge || !direct) return "There is nothing to compare: one way got no answer.";
  const ratio = edge.median / direct.median;
  const share = `The median through CloudFront is ${ratio.toFixed(2)} of the direct one`;
  if (ratio > 0.95 && ratio < 1.05) return `${share}: no difference that means much.`;
  return ratio < 1
    ? `${share}: ${(1 / ratio).toFixed(1)} times as fast.`
    : `${share}: ${ratio.toFixed(1)} times as slow.`;
}
