import type { CustomErrorResponse } from "../edge-model";

/** The codes that a custom error response may name. */
const CODES = new Set([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504]);

/** What replaces an error. */
export interface ErrorReplacement {
  readonly pagePath: string;
  /** The code that the viewer gets with the page. */
  readonly status: number;
}

/**
 * Finds the distribution's entry for a status; undefined for codes which CloudFront cannot map,
 * such as 401 or 429.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/creating-custom-error-pages.html
 */
export function errorEntry(
  entries: readonly CustomErrorResponse[],
  status: number,
): CustomErrorResponse | undefined {
  if (!CODES.has(status)) return undefined;
  return entries.find(({ errorCode }) => errorCode === status);
}

/** The page of an entry; undefined for one that only sets how long the error is kept. */
export function errorReplacement(
  entry: CustomErrorResponse | undefined,
): ErrorReplacement | undefined {
  if (entry?.responsePagePath === undefined) return undefined;
  return {
    pagePath: entry.responsePagePath,
    status: entry.responseCode ?? entry.errorCode,
  };
}
