import { WAYS } from "./requests.js";
import { ms } from "./view/elements.js";

/**
 * Runs one request one way and shows it on its card.
 *
 * @returns what happened in a sentence, and whether it was as expected; `null` when it was not sent
 */
export async function runAndShow(session, item, way, signal) {
  const hint = session.obstacle(item, way);
  if (hint !== null) {
    item.card.show(way, { hint });
    return { text: `${item.request.title}: not sent. ${hint}`, asExpected: null };
  }
  item.card.show(way, { waiting: true });
  try {
    const shown = await session.run(item, way, signal);
    item.card.show(way, shown);
    const { status, milliseconds, preflight } = shown.result;
    const { how } = WAYS.find(({ id }) => id === way);
    return {
      text: `${item.request.title}, ${how}: ${status ?? "no answer"} after ${ms(milliseconds)}, ${preflight.word}.`,
      asExpected: status === item.request.expected,
    };
  } catch (error) {
    item.card.show(way, { hint: error.name === "AbortError" ? "Stopped." : error.message });
    throw error;
  }
}

/** Runs all requests both ways, one at a time, so that none slows another; gives a summary. */
export async function runAll(session, items, signal) {
  const counts = { good: 0, bad: 0, skipped: 0 };
  for (const item of items) {
    for (const { id } of WAYS) {
      const { asExpected } = await runAndShow(session, item, id, signal);
      counts[asExpected === null ? "skipped" : asExpected ? "good" : "bad"] += 1;
    }
  }
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} not sent` : "";
  const why = counts.bad + counts.skipped > 0 ? ": each says why below" : "";
  return `${counts.good} as expected, ${counts.bad} not${skipped}${why}.`;
}
