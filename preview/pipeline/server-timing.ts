import type { ResultType } from "./edge-headers";

/** What the header tells of one response. */
export interface TimingFacts {
  readonly result: ResultType;
  readonly pop: string;
  readonly requestId: string;
  /** The origin's own Server-Timing; only a response that comes from the origin keeps it. */
  readonly fromOrigin: string | undefined;
}

/**
 * Value of the Server-Timing header; undefined when this response gets none. A viewer that sends
 * `Pragma: server-timing` gets it always. Durations are left out: nothing local is like CloudFront's.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#server-timing-header
 */
export function serverTiming(
  samplingRate: number,
  pragma: string | undefined,
  random: () => number,
  { result, pop, requestId, fromOrigin }: TimingFacts,
): string | undefined {
  const asked = pragma?.trim().toLowerCase() === "server-timing";
  if (!asked && random() * 100 >= samplingRate) return undefined;
  const place = `cdn-pop;desc="${pop}",cdn-rid;desc="${requestId}"`;
  if (result === "Hit") return `cdn-cache-hit,${place},cdn-hit-layer;desc="EDGE"`;
  if (result === "RefreshHit") return `cdn-cache-refresh,${place}`;
  if (result.endsWith("GeneratedResponse")) return place; // neither the cache nor an origin
  const missed = `cdn-upstream-layer;desc="EDGE",cdn-cache-miss,${place}`;
  return fromOrigin === undefined ? missed : `${missed},${fromOrigin}`;
}
