import type { CacheControl } from "./cache-control";

/** How long an expired object may still be served. Seconds after it expired. */
export interface StaleLimits {
  readonly whileRevalidate: number;
  readonly ifError: number;
}

/**
 * Reads `stale-while-revalidate` and `stale-if-error`. No expired object is served for longer than the
 * maximum TTL, also not where the origin fails and has not said how long.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#stale-content
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
export function staleLimits(control: CacheControl, maxTtl: number): StaleLimits {
  return {
    whileRevalidate: Math.min(control.staleWhileRevalidate ?? 0, maxTtl),
    ifError: Math.min(control.staleIfError ?? maxTtl, maxTtl),
  };
}
