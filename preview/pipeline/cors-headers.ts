import type { CorsPolicy } from "../edge-model";
import { type EdgeRequest, type HeaderList, headerOf } from "../messages";
import { coversOrigin } from "./allowed-origin";

const ALL_METHODS = ["GET", "HEAD", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"];

/** The headers of the CORS protocol in lower case, as an origin may send them. */
export const CORS_HEADERS: ReadonlySet<string> = new Set([
  "access-control-allow-credentials",
  "access-control-allow-headers",
  "access-control-allow-methods",
  "access-control-allow-origin",
  "access-control-expose-headers",
  "access-control-max-age",
]);

/**
 * The CORS headers of a policy for a request: none without an Origin header, or for an origin it
 * does not allow; those about methods and headers for a preflight only. CloudFront answers no
 * preflight itself: the headers join what the origin answers.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html
 */
export function corsHeaders(cors: CorsPolicy, request: EdgeRequest): HeaderList {
  const origin = headerOf(request.headers, "origin");
  if (origin === undefined) return [];
  const entry = cors.allowOrigins.find((allowed) => coversOrigin(allowed, origin));
  if (entry === undefined) return [];

  const preflight = isPreflight(request);
  const headers: (readonly [string, string])[] = [
    ["Access-Control-Allow-Origin", entry === "*" ? "*" : origin],
  ];
  if (cors.allowCredentials) headers.push(["Access-Control-Allow-Credentials", "true"]);
  if (cors.exposeHeaders.length > 0 && (preflight || cors.exposesToPreflightOnly !== true)) {
    headers.push(["Access-Control-Expose-Headers", cors.exposeHeaders.join(", ")]);
  }
  return preflight ? [...headers, ...preflightHeaders(cors)] : headers;
}

/** Whether a browser asks with this request if it may send another one. */
export function isPreflight({ method, headers }: EdgeRequest): boolean {
  return method === "OPTIONS" && headerOf(headers, "access-control-request-method") !== undefined;
}

function preflightHeaders(cors: CorsPolicy): HeaderList {
  const headers: (readonly [string, string])[] = [];
  const methods = cors.allowMethods.includes("ALL") ? ALL_METHODS : cors.allowMethods;
  if (methods.length > 0) headers.push(["Access-Control-Allow-Methods", methods.join(", ")]);
  if (cors.allowHeaders.length > 0) {
    headers.push(["Access-Control-Allow-Headers", cors.allowHeaders.join(", ")]);
  }
  if (cors.maxAgeSeconds !== undefined) {
    headers.push(["Access-Control-Max-Age", String(cors.maxAgeSeconds)]);
  }
  return headers;
}
