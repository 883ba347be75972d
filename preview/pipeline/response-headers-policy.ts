import type { PolicyHeader, ResponseHeadersPolicy } from "../edge-model";
import type { EdgeRequest, HeaderList } from "../messages";
import { CORS_HEADERS, corsHeaders } from "./cors-headers";
import { isReserved } from "./reserved-headers";

/** What else a policy may not remove. */
const NOT_REMOVABLE = new Set([
  "content-encoding",
  "content-length",
  "host",
  "transfer-encoding",
  "via",
  "warning",
]);

/** Whether a policy may not remove a header. */
function isNotRemovable(name: string): boolean {
  const lower = name.toLowerCase();
  return NOT_REMOVABLE.has(lower) || isReserved(lower);
}

/**
 * Applies a response headers policy: removals first, then CORS, security and custom headers. A
 * header replaces the origin's only if it overrides; a missing one is always added.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function applyResponseHeadersPolicy(
  headers: HeaderList,
  policy: ResponseHeadersPolicy,
  request: EdgeRequest,
): HeaderList {
  const removed = new Set(
    policy.removeHeaders.filter((name) => !isNotRemovable(name)).map((name) => name.toLowerCase()),
  );
  const kept =
    removed.size === 0 ? headers : headers.filter(([name]) => !removed.has(name.toLowerCase()));
  const withCors = policy.cors === undefined ? kept : applyCors(kept, policy, request);
  return applyHeaders(withCors, [...policy.securityHeaders, ...policy.customHeaders]);
}

/** Without override, any CORS header of the origin keeps all of the policy's away. */
function applyCors(
  headers: HeaderList,
  { cors }: ResponseHeadersPolicy,
  request: EdgeRequest,
): HeaderList {
  if (cors === undefined) return headers;
  const fromOrigin = headers.some(([name]) => CORS_HEADERS.has(name.toLowerCase()));
  if (fromOrigin && !cors.originOverride) return headers;
  return applyHeaders(
    headers,
    corsHeaders(cors, request).map(([name, value]) => ({ name, value, override: true })),
  );
}

function applyHeaders(headers: HeaderList, additions: readonly PolicyHeader[]): HeaderList {
  if (additions.length === 0) return headers;
  const present = new Set(headers.map(([name]) => name.toLowerCase()));
  const added = additions.filter(
    ({ name, override }) => override || !present.has(name.toLowerCase()),
  );
  const replaced = new Set(added.map(({ name }) => name.toLowerCase()));
  return [
    ...headers.filter(([name]) => !replaced.has(name.toLowerCase())),
    ...added.map(({ name, value }) => [name, value] as const),
  ];
}
