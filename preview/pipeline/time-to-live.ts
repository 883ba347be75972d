import type { TimesToLive } from "../edge-model";
import type { HeaderList } from "../messages";
import { type CacheControl, statedAge } from "./cache-control";

/** Whether and how long a response is kept, and why. Seconds. */
export type CacheDecision =
  | { readonly cached: true; readonly seconds: number; readonly reason: string }
  | { readonly cached: false; readonly reason: string };

/** Redirects that are kept only if the origin sends Cache-Control. */
const NEEDS_CACHE_CONTROL = new Set([307, 308]);

/** One page of AWS's gives the default TTL then, another only without any Cache-Control. */
const OPEN_DEFAULT =
  "default TTL: the origin's Cache-Control states no age (AWS's pages disagree about this case)";

/** A decision not to keep a response. */
export function notCached(reason: string): CacheDecision {
  return { cached: false, reason };
}

/**
 * How long CloudFront keeps a 2xx or 3xx response.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#ExpirationDownloadDist
 */
export function timeToLive(
  response: { readonly status: number; readonly headers: HeaderList },
  control: CacheControl,
  { minTtl, defaultTtl, maxTtl }: TimesToLive,
  now: number,
): CacheDecision {
  if (NEEDS_CACHE_CONTROL.has(response.status) && !control.present) {
    return notCached(`a ${response.status} is kept only with Cache-Control`);
  }
  if (minTtl === 0 && variesOnEverything(response.headers)) {
    return notCached("Vary: * with a minimum TTL of 0");
  }
  if (control.forbids !== undefined) {
    return minTtl === 0
      ? notCached(`the origin sends ${control.forbids} and the minimum TTL is 0`)
      : kept(minTtl, `minimum TTL, which overrides the origin's ${control.forbids}`);
  }
  const stated = statedAge(control, response.headers, now);
  if (stated === undefined) {
    return defaultTtl >= minTtl
      ? kept(defaultTtl, control.present ? OPEN_DEFAULT : "default TTL: the origin says nothing")
      : kept(minTtl, "minimum TTL, which is above the default TTL");
  }
  const title = `the origin's ${stated.source} (${stated.seconds} s)`;
  if (stated.seconds > maxTtl) return kept(maxTtl, `maximum TTL, which caps ${title}`);
  if (stated.seconds < minTtl) return kept(minTtl, `minimum TTL, which raises ${title}`);
  return kept(stated.seconds, title);
}

function kept(seconds: number, reason: string): CacheDecision {
  return { cached: true, seconds, reason };
}

function variesOnEverything(headers: HeaderList): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === "vary" && value.trim() === "*");
}
