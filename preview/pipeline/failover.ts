import type { OriginGroup } from "../edge-model";
import type { OriginFailure } from "../messages";

/** What a viewer gets when an origin gives no response. */
export function failureStatus(reason: OriginFailure["reason"]): 502 | 504 {
  return reason === "connect-timeout" || reason === "response-timeout" ? 504 : 502;
}

/** The code under which a failover rule counts a failure: no connection is 503, no answer 504. */
export function failoverCode(reason: OriginFailure["reason"]): number {
  if (reason === "response-timeout") return 504;
  return reason === "dns" || reason === "refused" || reason === "connect-timeout" ? 503 : 502;
}

/**
 * Whether CloudFront asks the secondary origin after a status of the primary. Only for GET, HEAD
 * and, when it is a cached method, OPTIONS.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high-availability-origin-failover.html
 */
export function failsOver(
  group: OriginGroup,
  code: number,
  method: string,
  cachedMethods: ReadonlySet<string>,
): boolean {
  return cachedMethods.has(method) && group.statusCodes.includes(code);
}

/**
 * Whether CloudFront tries an origin again, up to `connection_attempts` in all: a failed connection
 * for every method, a missing answer for GET and HEAD only.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
 */
export function isRetried(reason: OriginFailure["reason"], method: string): boolean {
  if (reason === "refused" || reason === "connect-timeout") return true;
  return reason === "response-timeout" && (method === "GET" || method === "HEAD");
}
