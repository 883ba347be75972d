import type { Forwarding } from "./named-values";

/** The names of a raw query string in order, each with its raw `name=value`. `;` separates nothing. */
export function parametersOf(query: string): { readonly name: string; readonly pair: string }[] {
  if (query === "") return [];
  return query.split("&").map((pair) => {
    const equals = pair.indexOf("=");
    return { name: equals === -1 ? pair : pair.slice(0, equals), pair };
  });
}

/**
 * The raw query string for the origin, in the viewer's order and case.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/QueryStringParameters.html
 */
export function sentQuery(query: string, forwarding: Forwarding): string {
  if (query === "" || forwarding.sendsNone) return "";
  return forwarding.sendsAll ? query : pick(query, forwarding.sends);
}

/** Parameters that change the headers of S3's response. */
const RESPONSE_HEADERS: ReadonlySet<string> = new Set([
  "response-content-disposition",
  "response-content-encoding",
  "response-content-type",
]);

/** Whether AWS's own origin request policies keep a parameter from buckets. */
export function isKeptFromBuckets(name: string): boolean {
  return RESPONSE_HEADERS.has(name);
}

/**
 * The query string that AWS's own origin request policies leave for a bucket.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 */
export function managedBucketQuery(query: string): string {
  return query.includes("response-content-") ? withoutParameters(query, RESPONSE_HEADERS) : query;
}

/** The part of the cache key that the query string makes. */
export function keyedQuery(query: string, forwarding: Forwarding): string {
  if (query === "" || forwarding.keysNone) return "";
  return forwarding.keysAll ? query : pick(query, forwarding.keys);
}

/** A query string without the parameters of a name in a set. */
export function withoutParameters(query: string, names: ReadonlySet<string>): string {
  return pick(query, (name) => !names.has(name));
}

function pick(query: string, includes: (name: string) => boolean): string {
  return parametersOf(query)
    .filter(({ name }) => includes(name))
    .map(({ pair }) => pair)
    .join("&");
}
