import { listMembers } from "./field-values";

/** A content encoding that CloudFront applies itself. */
export type Encoding = "br" | "gzip";

/** What the origin is told about encodings, and what the cache key says. */
export interface AcceptedEncodings {
  /** Value of the Accept-Encoding header to the origin; undefined: none is sent. */
  readonly sent: string | undefined;
  /** The part of the cache key; `""` when the header is not in it. */
  readonly key: string;
  /** What the edge may compress with, the preferred one first. */
  readonly accepted: readonly Encoding[];
}

const NOTHING: AcceptedEncodings = { sent: undefined, key: "", accepted: [] };
const IDENTITY: AcceptedEncodings = { sent: "identity", key: "", accepted: [] };

function only(...accepted: Encoding[]): AcceptedEncodings {
  return { sent: accepted.join(","), key: accepted.join(","), accepted };
}

const BOTH = only("br", "gzip");
const BROTLI = only("br");
const GZIP = only("gzip");

/** Whether a list such as `gzip, br;q=0` has an encoding with a quality above 0. */
function offers(members: readonly string[], encoding: Encoding): boolean {
  return members.some((member) => {
    const [name = "", ...parameters] = member.split(";").map((part) => part.trim().toLowerCase());
    return name === encoding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });
}

/**
 * Reduces Accept-Encoding to what the enabled encodings and the viewer share. A viewer whose
 * header names none of them: the origin gets `identity`; a viewer without the header, or with
 * HTTP/1.0: nothing.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html
 */
export function normalizeAcceptEncoding(
  header: string | undefined,
  enabled: readonly Encoding[],
  httpVersion: string,
): AcceptedEncodings {
  if (header === undefined || httpVersion === "1.0") return NOTHING;
  const members = listMembers(header);
  const br = enabled.includes("br") && offers(members, "br");
  const gzip = enabled.includes("gzip") && offers(members, "gzip");
  if (br) return gzip ? BOTH : BROTLI;
  return gzip ? GZIP : IDENTITY;
}

/**
 * The legacy rule: the header is normalised when it names gzip or br, else removed. It is part of
 * the key of every behavior with `forwarded_values`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-headers-behavior
 */
export function normalizeLegacyAcceptEncoding(
  header: string | undefined,
  httpVersion: string,
): AcceptedEncodings {
  const normalized = normalizeAcceptEncoding(header, ["br", "gzip"], httpVersion);
  return normalized === IDENTITY ? NOTHING : normalized;
}
