import type { Origin } from "../edge-model";
import { lowerCase } from "../lower-case";
import { type EdgeRequest, type HeaderList, headerOf, withoutHeader } from "../messages";
import type { AcceptedEncodings } from "./accept-encoding";
import type { ViewerFacts } from "./cloudfront-headers";
import type { CompiledBehavior } from "./compile-behavior";
import { sentCookies } from "./cookies";
import { joinedValue, listMembers } from "./field-values";
import { forwardedRanges } from "./forwarded-range";
import { managedBucketQuery, sentQuery } from "./query-strings";

/** What an origin request needs beside the viewer's request. */
export interface OriginRequestContext {
  readonly compiled: CompiledBehavior;
  readonly encodings: AcceptedEncodings;
  readonly viewer: ViewerFacts;
  readonly requestId: string;
  /** Such as `abc.cloudfront.net`, for Via. */
  readonly viaHost: string;
}

const BODY_METHODS = new Set(["POST", "PUT", "PATCH"]);

/**
 * The request for an origin before `origin_path` and custom headers: what a Lambda@Edge
 * origin-request function sees. `Host` is what a CloudFront function chose, else the viewer's if it
 * is forwarded, else the origin's domain.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function originRequest(
  request: EdgeRequest,
  context: OriginRequestContext,
  { domainName, hostHeader, kind }: Origin,
): EdgeRequest {
  const { compiled } = context;
  const sent = originHeaders(request, context);
  const headers = hostHeader === undefined ? sent : withoutHeader(sent, "host");
  const hasHost = headerOf(headers, "host") !== undefined;
  const query = sentQuery(request.query, compiled.queryStrings);
  return {
    ...request,
    query: kind === "s3" && compiled.hasManagedRequests ? managedBucketQuery(query) : query,
    headers: hasHost ? headers : [["Host", hostHeader ?? domainName], ...headers],
    httpVersion: "1.1",
  };
}

function originHeaders(request: EdgeRequest, context: OriginRequestContext): HeaderList {
  const { compiled, encodings, viewer, requestId, viaHost } = context;
  const headers: (readonly [string, string])[] = [];
  const named = new Set(
    listMembers(joinedValue(request.headers, "connection")).map((name) => name.toLowerCase()),
  );

  for (const field of request.headers) {
    const name = lowerCase(field[0]);
    if (name === "accept-encoding" || named.has(name)) continue;
    if (!compiled.headerRule(name, request.method).sent) continue;
    if (name === "range" && !forwardsRange(request, compiled)) continue;
    headers.push(field);
  }

  const has = (name: string): boolean => headerOf(headers, name) !== undefined;
  const cookies = sentCookies(request.headers, compiled.cookies);
  if (cookies !== undefined) headers.push(["Cookie", cookies]);
  for (const { name, valueFor } of compiled.cloudFrontHeaders) {
    const value = valueFor(request, viewer);
    if (value !== undefined) headers.push([name, value]);
  }
  const accepted = sentEncodings(request, compiled, encodings);
  if (accepted !== undefined) headers.push(["Accept-Encoding", accepted]);
  if (!has("user-agent")) headers.push(["User-Agent", "Amazon CloudFront"]);
  if (request.body.length > 0 || BODY_METHODS.has(request.method)) {
    headers.push(["Content-Length", String(request.body.length)]);
  }

  const via = joinedValue(request.headers, "via");
  const hop = `${request.httpVersion} ${viaHost} (CloudFront)`;
  const forwardedFor = joinedValue(request.headers, "x-forwarded-for", ",");
  headers.push(
    ["X-Forwarded-For", forwardedFor ? `${forwardedFor},${request.clientIp}` : request.clientIp],
    ["Via", via === undefined ? hop : `${via}, ${hop}`],
    ["X-Amz-Cf-Id", requestId],
  );
  return headers;
}

function sentEncodings(
  request: EdgeRequest,
  compiled: CompiledBehavior,
  encodings: AcceptedEncodings,
): string | undefined {
  if (compiled.acceptEncoding !== "plain") return encodings.sent;
  if (request.httpVersion === "1.0") return undefined;
  return compiled.headerRule("accept-encoding", request.method).sent
    ? joinedValue(request.headers, "accept-encoding")
    : undefined;
}

/** What a HEAD that may be kept says holds for the whole object. Only a GET has ranges by itself. */
function forwardsRange(request: EdgeRequest, compiled: CompiledBehavior): boolean {
  if (request.method === "GET") return forwardedRanges(request, compiled) !== undefined;
  return request.method !== "HEAD" || compiled.cachingOff !== undefined;
}

/**
 * The request with the settings of one origin: `origin_path` before the raw path, its custom
 * headers instead of the viewer's, no viewer's Authorization when CloudFront signs.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
 */
export function requestToOrigin(request: EdgeRequest, origin: Origin): EdgeRequest {
  const replaced = new Set(origin.customHeaders.map(([name]) => name.toLowerCase()));
  if (origin.originAccessControl?.signingBehavior === "always") replaced.add("authorization");
  replaced.add("connection");
  const kept = request.headers.filter(([name]) => !replaced.has(lowerCase(name)));
  return {
    ...request,
    path: `${origin.originPath}${request.path}`,
    protocol: originProtocol(request.protocol, origin),
    headers: [...kept, ["Connection", "Keep-Alive"], ...origin.customHeaders],
  };
}

function originProtocol(viewer: EdgeRequest["protocol"], origin: Origin): EdgeRequest["protocol"] {
  if (origin.protocolPolicy === "match-viewer") return viewer;
  return origin.protocolPolicy === "https-only" ? "https" : "http";
}
