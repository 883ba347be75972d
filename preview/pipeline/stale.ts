import type { CacheControl } from "./cache-control";

/** How long an expired object may still be served. Seconds after it expired. */
export interface StaleLimits {
  readonly whileRevalidate: number;
  /** Infinity: the origin does not say, and CloudFront serves what it has. */
  readonly ifError: number;
}

/**
 * Reads `stale-while-revalidate` and `stale-if-error`, both capped by the maximum TTL. Without
 * `stale-if-error` an expired object is served for as long as the origin fails.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#stale-content
 */
export function staleLimits(control: CacheControl, maxTtl: number): StaleLimits {
  return {
    whileRevalidate: Math.min(control.staleWhileRevalidate ?? 0, maxTtl),
    ifError:
      control.staleIfError === undefined
        ? Number.POSITIVE_INFINITY
        : Math.min(control.staleIfError, maxTtl),
  };
}
