// Distributions, requests and origins in a few words, for the tests of the edge.
import type { Cancellation } from "../../preview/cancellation";
import { createEdge, type Edge, type EdgeCall } from "../../preview/edge";
import type { EdgeDeps } from "../../preview/edge/context";
import type {
  Behavior,
  CachePolicy,
  EdgeModel,
  ForwardedValues,
  Origin,
  OriginRequestPolicy,
} from "../../preview/edge-model";
import {
  type EdgeRequest,
  type EdgeResponse,
  type HeaderList,
  headerOf,
  readBody,
} from "../../preview/messages";
import { managedCachePolicy } from "../../preview/pipeline/managed-cache-policies";
import { managedOriginRequestPolicy } from "../../preview/pipeline/managed-origin-request-policies";

export const DOMAIN = "d111111abcdef8.cloudfront.net";
export const NOW = Date.UTC(2026, 0, 1, 12);

export const cachingOptimized = managedCachePolicy(
  "658327ea-f89d-4fab-a63d-7e88639e58f6",
) as CachePolicy;
export const cachingDisabled = managedCachePolicy(
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
) as CachePolicy;
export const allViewerExceptHost = managedOriginRequestPolicy(
  "b689b0a8-53d0-40ab-baf2-68738e2966ac",
) as OriginRequestPolicy;
export const allViewer = managedOriginRequestPolicy(
  "216adef6-5c7f-47e4-b989-5492eafa07d3",
) as OriginRequestPolicy;

export const ALL_METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"];

/** A cache policy with nothing in the key and room for every TTL. */
export function cachePolicy(changes: Partial<CachePolicy> = {}): CachePolicy {
  return {
    id: "policy",
    name: "test-policy",
    minTtl: 0,
    defaultTtl: 86_400,
    maxTtl: 31_536_000,
    headers: { behavior: "none", items: [] },
    cookies: { behavior: "none", items: [] },
    queryStrings: { behavior: "none", items: [] },
    acceptEncodingGzip: false,
    acceptEncodingBrotli: false,
    ...changes,
  };
}

export function originRequestPolicy(
  changes: Partial<OriginRequestPolicy> = {},
): OriginRequestPolicy {
  return {
    id: "request-policy",
    name: "test-request-policy",
    headers: { behavior: "none", items: [] },
    cookies: { behavior: "none", items: [] },
    queryStrings: { behavior: "none", items: [] },
    ...changes,
  };
}

export function forwardedValues(changes: Partial<ForwardedValues> = {}): ForwardedValues {
  return {
    minTtl: 0,
    defaultTtl: 86_400,
    maxTtl: 31_536_000,
    headers: [],
    cookies: { forward: "none", whitelistedNames: [] },
    queryString: false,
    queryStringCacheKeys: [],
    ...changes,
  };
}

/** A behavior that takes every method; without settings it caches by a plain cache policy. */
export function behavior(changes: Partial<Behavior> = {}): Behavior {
  const policy = changes.forwardedValues === undefined ? { cachePolicy: cachePolicy() } : {};
  return {
    pathPattern: "*",
    targetOriginId: "app",
    viewerProtocolPolicy: "allow-all",
    allowedMethods: ALL_METHODS,
    cachedMethods: ["GET", "HEAD"],
    compress: false,
    functions: [],
    ...policy,
    ...changes,
  };
}

export function origin(changes: Partial<Origin> = {}): Origin {
  return {
    id: "app",
    domainName: "app.example.com",
    originPath: "",
    kind: "custom",
    customHeaders: [],
    connectionAttempts: 3,
    connectionTimeoutSeconds: 10,
    readTimeoutSeconds: 30,
    keepaliveTimeoutSeconds: 5,
    protocolPolicy: "https-only",
    httpPort: 80,
    httpsPort: 443,
    sslProtocols: ["TLSv1.2"],
    ...changes,
  };
}

export function model(changes: Partial<EdgeModel> = {}): EdgeModel {
  return {
    address: "aws_cloudfront_distribution.distribution",
    id: "E1EXAMPLE",
    domainName: DOMAIN,
    aliases: [],
    defaultRootObject: "",
    geoRestriction: { type: "none", locations: [] },
    orderedBehaviors: [],
    defaultBehavior: behavior(),
    origins: [origin()],
    originGroups: [],
    customErrorResponses: [],
    ...changes,
  };
}

/** A viewer's GET over HTTPS; `target` may have a query string. */
export function request(target: string, changes: Partial<EdgeRequest> = {}): EdgeRequest {
  const [path = "/", ...query] = target.split("?");
  const { headers = [], ...rest } = changes;
  const hasHost = headerOf(headers, "host") !== undefined;
  return {
    method: "GET",
    path,
    query: query.join("?"),
    body: new Uint8Array(),
    protocol: "https",
    httpVersion: "1.1",
    clientIp: "203.0.113.7",
    ...rest,
    headers: hasHost ? headers : [["Host", DOMAIN], ...headers],
  };
}

export function response(status: number, headers: HeaderList = [], body = ""): EdgeResponse {
  const bytes = Buffer.from(body);
  const sized = headerOf(headers, "content-length") !== undefined;
  return {
    status,
    headers: sized ? headers : [...headers, ["Content-Length", String(bytes.length)]],
    body: bytes,
  };
}

/** What an origin does with a request; `count` starts at 1. */
export type OriginBehavior = (
  request: EdgeRequest,
  count: number,
  cancellation?: Cancellation,
) => EdgeResponse | Promise<EdgeResponse>;

/** What a viewer got, with the headers at hand. */
export interface Got {
  readonly status: number;
  readonly body: string;
  readonly headers: HeaderList;
  readonly header: (name: string) => string | undefined;
  readonly xCache: string | undefined;
  readonly trace: Awaited<ReturnType<Edge>>["trace"];
}

/** An edge with a clock to turn and origins that remember what they were asked. */
export interface TestEdge {
  readonly edge: Edge;
  readonly get: (target: string, changes?: Partial<EdgeRequest>, call?: EdgeCall) => Promise<Got>;
  /** Every request that reached an origin, with the origin's id. */
  readonly asked: (EdgeRequest & { readonly originId: string })[];
  readonly advance: (seconds: number) => void;
}

export function testEdge(
  changes: Partial<EdgeModel> = {},
  answers: OriginBehavior | Readonly<Record<string, OriginBehavior>> = () =>
    response(200, [], "ok"),
  deps: Partial<EdgeDeps> = {},
): TestEdge {
  let now = NOW;
  const asked: (EdgeRequest & { readonly originId: string })[] = [];
  const counts = new Map<string, number>();
  const edge = createEdge(model(changes), {
    fetchFor:
      ({ id }) =>
      async (sent, cancellation) => {
        asked.push({ ...sent, originId: id });
        const count = (counts.get(id) ?? 0) + 1;
        counts.set(id, count);
        const answer = typeof answers === "function" ? answers : answers[id];
        if (answer === undefined) throw new Error(`the test has no origin ${id}`);
        return answer(sent, count, cancellation);
      },
    functionFor: () => undefined,
    now: () => now,
    random: () => 0.42,
    ...deps,
  });
  return {
    edge,
    asked,
    advance: (seconds) => {
      now += seconds * 1000;
    },
    get: async (target, more, call) => read(await edge(request(target, more), call)),
  };
}

async function read({ response: got, trace }: Awaited<ReturnType<Edge>>): Promise<Got> {
  const body = Buffer.from(await readBody(got.body)).toString("latin1");
  const header = (name: string): string | undefined => headerOf(got.headers, name);
  return {
    status: got.status,
    body,
    headers: got.headers,
    header,
    xCache: header("x-cache"),
    trace,
  };
}

/** The headers of the first request that reached an origin, by lower-case name. */
export function askedHeaders({ asked }: TestEdge, position = 0): Record<string, string> {
  const sent = asked[position];
  if (sent === undefined) throw new Error("no request reached an origin");
  return Object.fromEntries(sent.headers.map(([name, value]) => [name.toLowerCase(), value]));
}
