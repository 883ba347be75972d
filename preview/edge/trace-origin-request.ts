import type { Origin } from "../edge-model";
import { type EdgeRequest, headerOf } from "../messages";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { cookiesOf } from "../pipeline/cookies";
import { parametersOf } from "../pipeline/query-strings";
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

/** What of the viewer's request the origin does not get, and why. */
export function droppedValues(
  viewer: EdgeRequest,
  sent: EdgeRequest,
  compiled: CompiledBehavior,
): DroppedValue[] {
  return [
    ...droppedHeaders(viewer, sent, compiled),
    ...missing("cookie", cookieNames(viewer), cookieNames(sent), compiled.cookies.rule),
    ...missing(
      "query string",
      parametersOf(viewer.query).map(({ name }) => name),
      parametersOf(sent.query).map(({ name }) => name),
      compiled.queryStrings.rule,
    ),
  ];
}

function cookieNames({ headers }: EdgeRequest): string[] {
  return cookiesOf(headers).map(({ name }) => name);
}

function droppedHeaders(
  viewer: EdgeRequest,
  sent: EdgeRequest,
  compiled: CompiledBehavior,
): DroppedValue[] {
  return viewer.headers.flatMap(([name, value]) => {
    const lower = name.toLowerCase();
    if (lower === "cookie") return [];
    const kept = headerOf(sent.headers, name);
    if (kept === value) return [];
    return [{ kind: "header" as const, name, rule: droppedRule(lower, kept, viewer, compiled) }];
  });
}

function droppedRule(
  name: string,
  kept: string | undefined,
  viewer: EdgeRequest,
  compiled: CompiledBehavior,
): string {
  if (kept !== undefined) return `replaced by CloudFront's "${kept}"`;
  const decision = compiled.headerRule(name, viewer.method);
  if (name === "accept-encoding") return "CloudFront normalises it";
  return decision.sent ? "CloudFront replaces or ignores it here" : decision.rule;
}

function missing(
  kind: DroppedValue["kind"],
  given: readonly string[],
  sent: readonly string[],
  rule: string,
): DroppedValue[] {
  const kept = new Set(sent);
  return given.filter((name) => !kept.has(name)).map((name) => ({ kind, name, rule }));
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
