// Where the time of a call went, by Resource Timing.

/**
 * The parts of a call in milliseconds, or `null` where the browser hides them: across origins,
 * unless the answer has Timing-Allow-Origin.
 *
 * - `before`: until the request left, without connecting; a preflight is in here
 * - `connect`: name, connection, TLS; 0 on a connection that was open
 * - `wait`: until the first byte of the answer
 * - `download`: until the last
 */
export function toPhases(entry) {
  if (!entry || entry.requestStart === 0) return null;
  const connect = entry.connectEnd - entry.domainLookupStart;
  return {
    before: Math.max(0, entry.requestStart - entry.fetchStart - connect),
    connect,
    wait: entry.responseStart - entry.requestStart,
    download: entry.responseEnd - entry.responseStart,
  };
}

/** The browser's record of a call; it comes a moment after the answer. */
export async function findEntry(url, performance = globalThis.performance) {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const [entry] = performance.getEntriesByName(url, "resource");
    if (entry) return entry;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return undefined;
}

/** The middle of some numbers; of an even count, the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  return Number.isInteger(middle) ? (sorted[middle - 1] + upper) / 2 : upper;
}
