import type { Origin } from "../edge-model";
import { type EdgeRequest, headerOf, valuesOf } from "../messages";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { cookiesOf } from "../pipeline/cookies";
import { isKeptFromBuckets, parametersOf } from "../pipeline/query-strings";
import type { DroppedValue, SentRequest } from "../trace";
import { type Exchange, note } from "./context";

/** A request as the trace shows it. */
export function sentRequest(request: EdgeRequest, origin: Origin): SentRequest {
  const port = request.protocol === "https" ? origin.httpsPort : origin.httpPort;
  const usual = port === (request.protocol === "https" ? 443 : 80);
  const authority = usual ? origin.domainName : `${origin.domainName}:${port}`;
  const query = request.query === "" ? "" : `?${request.query}`;
  return {
    method: request.method,
    url: `${request.protocol}://${authority}${request.path}${query}`,
    headers: request.headers,
    bodyBytes: request.body.length,
  };
}

/** What of the viewer's request the origin does not get, and why. The rules repeat no values. */
export function droppedValues(
  viewer: EdgeRequest,
  sent: EdgeRequest,
  origin: Origin,
  compiled: CompiledBehavior,
): DroppedValue[] {
  return [
    ...droppedHeaders(viewer, sent, origin, compiled),
    ...missing("cookie", cookieNames(viewer), cookieNames(sent), () => compiled.cookies.rule),
    ...missing(
      "query string",
      parametersOf(viewer.query).map(({ name }) => name),
      parametersOf(sent.query).map(({ name }) => name),
      (name) =>
        origin.kind === "s3" && compiled.hasManagedRequests && isKeptFromBuckets(name)
          ? "AWS's own origin request policies do not send it to a bucket"
          : compiled.queryStrings.rule,
    ),
  ];
}

function cookieNames({ headers }: EdgeRequest): string[] {
  return cookiesOf(headers).map(({ name }) => name);
}

function droppedHeaders(
  viewer: EdgeRequest,
  sent: EdgeRequest,
  origin: Origin,
  compiled: CompiledBehavior,
): DroppedValue[] {
  return viewer.headers.flatMap(([name, value]) => {
    const lower = name.toLowerCase();
    if (lower === "cookie") return [];
    const kept = valuesOf(sent.headers, lower);
    if (kept.includes(value)) return [];
    const rule =
      kept.length > 0 ? replacedRule(lower, origin) : droppedRule(lower, viewer, origin, compiled);
    return [{ kind: "header" as const, name, rule }];
  });
}

const NORMALISED = "CloudFront normalises it";
const APPENDED = new Set(["via", "x-forwarded-for"]);

function replacedRule(name: string, { customHeaders }: Origin): string {
  if (customHeaders.some(([custom]) => custom.toLowerCase() === name)) {
    return "the origin's custom header of that name replaces it";
  }
  if (name === "accept-encoding") return NORMALISED;
  return APPENDED.has(name) ? "CloudFront adds to it" : "CloudFront sends a value of its own";
}

function droppedRule(
  name: string,
  viewer: EdgeRequest,
  { originAccessControl }: Origin,
  { headerRule }: CompiledBehavior,
): string {
  if (name === "accept-encoding") return NORMALISED;
  const decision = headerRule(name, viewer.method);
  if (!decision.sent) return decision.rule;
  return name === "authorization" && originAccessControl?.signingBehavior === "always"
    ? "the origin access control always signs: CloudFront's signature takes its place"
    : "CloudFront replaces or ignores it here";
}

function missing(
  kind: DroppedValue["kind"],
  given: readonly string[],
  sent: readonly string[],
  ruleFor: (name: string) => string,
): DroppedValue[] {
  const kept = new Set(sent);
  return given
    .filter((name) => !kept.has(name))
    .map((name) => ({ kind, name, rule: ruleFor(name) }));
}

/** Notes on dropped headers where the documentation is open or a reader may be surprised. */
export function noteDroppedValues(
  x: Exchange,
  request: EdgeRequest,
  dropped: readonly DroppedValue[],
): void {
  for (const { kind, name } of dropped) {
    if (kind !== "header") continue;
    const lower = name.toLowerCase();
    if (headerOf(x.request.headers, name) === undefined) {
      note(x, `a function added ${name}, but no policy sends it to the origin`);
    } else if (lower === "authorization" && !["GET", "HEAD"].includes(request.method)) {
      note(
        x,
        `Authorization of a ${request.method} is dropped: with a cache policy only what the policies list is sent (legacy settings would send it)`,
      );
    } else if (lower === "content-type" && request.body.length > 0) {
      note(x, "Content-Type of a request with a body is dropped: no policy lists it");
    }
  }
}
