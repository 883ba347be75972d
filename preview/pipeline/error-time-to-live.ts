import type { CustomErrorResponse } from "../edge-model";
import type { HeaderList } from "../messages";
import { type CacheControl, statedAge } from "./cache-control";
import { type CacheDecision, notCached } from "./time-to-live";

/** Seconds that an error is kept when the distribution does not say. */
export const ERROR_CACHING_SECONDS = 10;

const ALWAYS = new Set([404, 410, 414, 500, 501, 502, 503, 504]);
const ONLY_IF_STATED = new Set([400, 403, 405, 412, 415]);
const HEEDS_NO_STORE = new Set([404, 410, 414, 501]);

/** Said of the codes in {@link ONLY_IF_STATED} that come without an age. */
const DISAGREE = "(AWS's pages disagree about an error without them)";

/** An origin's error with what decides how long it is kept. */
export interface ErrorCaching {
  readonly status: number;
  readonly headers: HeaderList;
  readonly control: CacheControl;
  /** The distribution's entry for the status; undefined: it has none. */
  readonly entry: CustomErrorResponse | undefined;
  readonly maxTtl: number;
  readonly originKind: "s3" | "custom";
  readonly now: number;
}

/**
 * How long CloudFront keeps an error: the longer of the error caching minimum TTL and the origin's
 * header. Some codes are kept only if the origin sends a header, or (our reading where two pages
 * of the documentation disagree) if the distribution configures that code.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 */
export function errorTimeToLive(error: ErrorCaching): CacheDecision {
  const { status, control, entry } = error;
  if (!ALWAYS.has(status) && !ONLY_IF_STATED.has(status)) {
    return notCached(`CloudFront never keeps a ${status}`);
  }
  if (control.forbids !== undefined && HEEDS_NO_STORE.has(status)) {
    return notCached(`the origin sends ${control.forbids} with a ${status}`);
  }
  const stated =
    control.forbids === undefined ? statedAge(control, error.headers, error.now) : undefined;
  if (ONLY_IF_STATED.has(status) && entry === undefined && !statesAge(control)) {
    return notCached(`a ${status} is kept only with max-age or s-maxage ${DISAGREE}`);
  }

  const configured = entry?.errorCachingMinTtl ?? ERROR_CACHING_SECONDS;
  const floor = error.originKind === "s3" ? Math.max(1, configured) : configured;
  const asked = Math.min(stated?.seconds ?? 0, error.maxTtl);
  return asked > floor
    ? { cached: true, seconds: asked, reason: `the origin's ${stated?.source} on a ${status}` }
    : {
        cached: true,
        seconds: floor,
        reason:
          ONLY_IF_STATED.has(status) && !statesAge(control)
            ? `error caching minimum TTL of ${status} ${DISAGREE}`
            : `error caching minimum TTL of ${status}`,
      };
}

function statesAge({ maxAge, sMaxAge }: CacheControl): boolean {
  return maxAge !== undefined || sMaxAge !== undefined;
}
