// What the page can ask: the same requests under each path of the distribution.

/** The distribution's two paths to the API; `endpoint` names the setting that holds its address. */
export const PATHS = [
  { id: "cf-apigw", endpoint: "api", title: "The API's own domain" },
  { id: "cf-cust-domain", endpoint: "custom", title: "The API's custom domain" },
];

/** Requests with the status that they should get; 401, 403 and 500 come from API Gateway itself. */
export const REQUESTS = [
  {
    id: "undefined",
    title: "Undefined route",
    path: "/not/a/route",
    expected: 200,
    about: "No route matches, so the API's catch-all answers. No header that asks for a preflight.",
  },
  {
    id: "allow",
    title: "Token “allow”",
    path: "/auth",
    token: "allow",
    expected: 200,
    about: "The authorizer allows, and what it decided reaches the function.",
  },
  {
    id: "deny",
    title: "Token “deny”",
    path: "/auth",
    token: "deny",
    expected: 403,
    about: "The authorizer denies.",
  },
  {
    id: "unauthorized",
    title: "Token “unauthorized”",
    path: "/auth",
    token: "unauthorized",
    expected: 401,
    about: "The authorizer does not know the caller.",
  },
  {
    id: "other",
    title: "Any other token",
    path: "/auth",
    token: "something-else",
    expected: 500,
    about: "The authorizer fails.",
  },
  {
    id: "signed",
    title: "Signed with IAM keys",
    path: "/auth-iam",
    signed: true,
    expected: 200,
    about: "Signed in this page with Signature Version 4 for the API's own host and path.",
  },
  {
    id: "unsigned",
    title: "Not signed",
    path: "/auth-iam",
    expected: 403,
    about: "The same route without a signature.",
  },
];

/** The two ways to the API. */
export const WAYS = [
  { id: "edge", title: "Through CloudFront", how: "through CloudFront" },
  { id: "direct", title: "Direct", how: "directly" },
];

/**
 * Where a request goes and what it carries. The signature is always made for `signFor`, the API's
 * own address, because that is what API Gateway checks, whichever way the request came.
 *
 * @param run goes into the query: no two calls share an address, so neither can use what the
 *   browser kept of the other, not even a preflight
 */
export function toCall({ path, request, way, settings, run }) {
  const prefix = settings.stripPrefix ? "" : `/${path.id}`;
  const search = `?run=${run}`;
  const signFor = `${settings[path.endpoint]}${prefix}${request.path}${search}`;
  const throughEdge = `${settings.edge}/${path.id}${request.path}${search}`;
  return {
    url: way === "edge" ? throughEdge : signFor,
    signFor: request.signed ? signFor : null,
    headers: request.token === undefined ? {} : { Authorization: request.token },
  };
}
