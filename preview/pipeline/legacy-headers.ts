import { dropped, type HeaderRule, sent } from "./header-rule";
import { NEVER_SENT } from "./never-sent-headers";

const REMOVED = new Set([
  "accept",
  "accept-charset",
  "accept-language",
  "referer",
  "x-forwarded-proto",
  "x-http-method-override",
  "x-real-ip",
]);

const READS = new Set(["GET", "HEAD"]);

const LISTED = sent("forwarded_values lists it");
const ALL = sent('forwarded_values forwards all headers ("*")');
const BY_DEFAULT = sent("forwarded_values sends it by default");
const NOT_LISTED = dropped("forwarded_values removes it unless listed");
const NEVER = dropped("CloudFront never forwards it");
const AUTHORIZATION = dropped(
  "forwarded_values removes Authorization from this method unless listed",
);
const ADDED_BY_EDGE = dropped("CloudFront-* headers are CloudFront's own");

/**
 * Which viewer headers a behavior with `forwarded_values` sends to the origin.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-headers-behavior
 */
export function legacyHeaderRule(listed: readonly string[], cachesOptions: boolean): HeaderRule {
  const names = new Set(listed.map((name) => name.toLowerCase()));
  const all = names.has("*");
  const keepsAuthorization = (method: string): boolean =>
    !READS.has(method) && !(method === "OPTIONS" && cachesOptions);

  return (name, method) => {
    if (NEVER_SENT.has(name) || name.startsWith("x-edge-")) return NEVER;
    if (name.startsWith("cloudfront-")) return ADDED_BY_EDGE;
    if (all) return ALL;
    if (names.has(name)) return LISTED;
    if (name === "authorization") return keepsAuthorization(method) ? BY_DEFAULT : AUTHORIZATION;
    if (name === "host" || name === "user-agent") return NOT_LISTED;
    return REMOVED.has(name) ? NOT_LISTED : BY_DEFAULT;
  };
}
