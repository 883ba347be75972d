import type { Behavior, FunctionAssociation, TimesToLive } from "../edge-model";
import type { Encoding } from "./accept-encoding";
import { type CloudFrontHeader, cloudFrontHeaders } from "./cloudfront-headers";
import type { HeaderRule } from "./header-rule";
import { legacyHeaderRule } from "./legacy-headers";
import { managedOriginRequestPolicy } from "./managed-origin-request-policies";
import { compilePattern, matchesGlob, type PathTest } from "./match-behavior";
import { combine, type Forwarding } from "./named-values";
import { policyHeaderRule } from "./policy-headers";
import { isSignedCookie } from "./signed-request";

/** A behavior with everything decided that does not depend on a request. */
export interface CompiledBehavior {
  readonly behavior: Behavior;
  /** Position in the list; the default behavior comes last. Part of the cache key. */
  readonly index: number;
  readonly matches: PathTest;
  readonly allowedMethods: ReadonlySet<string>;
  readonly cachedMethods: ReadonlySet<string>;
  readonly ttl: TimesToLive;
  /** Why nothing is cached; undefined when responses may be. */
  readonly cachingOff: string | undefined;
  /** `legacy` normalises always, `policy` when an encoding is enabled, `plain` treats it as any header. */
  readonly acceptEncoding: "legacy" | "policy" | "plain";
  readonly encodings: readonly Encoding[];
  /** Lower-case names in the cache key, sorted. */
  readonly keyedHeaders: readonly string[];
  readonly headerRule: HeaderRule;
  /** The CloudFront-* headers to add. */
  readonly cloudFrontHeaders: readonly CloudFrontHeader[];
  readonly cookies: Forwarding;
  readonly queryStrings: Forwarding;
  /** Whether the origin request policy is AWS's own. */
  readonly hasManagedRequests: boolean;
  /** Whether cookies reach the origin: then nothing is collapsed or revalidated. */
  readonly forwardsCookies: boolean;
  /** Whether `Set-Cookie` is taken out of responses (legacy, cookies not forwarded). */
  readonly removesSetCookie: boolean;
  readonly functionAt: Readonly<Partial<Record<FunctionAssociation["event"], FunctionAssociation>>>;
}

const NO_CACHE_POLICY: TimesToLive = { minTtl: 0, defaultTtl: 86_400, maxTtl: 31_536_000 };
const NO_QUERY = { behavior: "none", items: [] } as const;

/** Compiles a behavior once, when the edge is built. */
export function compileBehavior(behavior: Behavior, index: number): CompiledBehavior {
  const ttl = behavior.cachePolicy ?? behavior.forwardedValues ?? NO_CACHE_POLICY;
  const legacy = behavior.cachePolicy === undefined && behavior.forwardedValues !== undefined;
  const shared = {
    behavior,
    index,
    matches: compilePattern(behavior.pathPattern),
    allowedMethods: new Set(behavior.allowedMethods),
    cachedMethods: new Set(["GET", "HEAD", ...behavior.cachedMethods]),
    ttl,
    functionAt: Object.fromEntries(behavior.functions.map((one) => [one.event, one])),
  };
  const parts = legacy ? legacyParts(behavior, ttl) : policyParts(behavior, ttl);
  const isSigned = behavior.trustedKeys !== undefined;
  return {
    ...shared,
    ...parts,
    cookies: isSigned ? withoutSignedCookies(parts.cookies) : parts.cookies,
  };
}

/** The same cookies for the origin, and a cache key without the signed ones. */
function withoutSignedCookies(cookies: Forwarding): Forwarding {
  return {
    ...cookies,
    keys: (name) => !isSignedCookie(name) && (cookies.keysAll || cookies.keys(name)),
    keysAll: false,
  };
}

type Parts = Omit<
  CompiledBehavior,
  "behavior" | "index" | "matches" | "allowedMethods" | "cachedMethods" | "ttl" | "functionAt"
>;

function policyParts(behavior: Behavior, ttl: TimesToLive): Parts {
  const { cachePolicy: cache, originRequestPolicy: originRequest } = behavior;
  const keyed = cache?.headers.behavior === "whitelist" ? cache.headers.items : [];
  const encodings: Encoding[] = [];
  if (cache?.acceptEncodingBrotli && !listsAcceptEncoding(keyed)) encodings.push("br");
  if (cache?.acceptEncodingGzip && !listsAcceptEncoding(keyed)) encodings.push("gzip");
  const asked = originRequest === undefined ? [] : askedHeaders(originRequest.headers);
  const cookies = combine(cache?.cookies ?? NO_QUERY, originRequest?.cookies);
  return {
    cachingOff: allZero(ttl) ? "minimum, default and maximum TTL are 0" : undefined,
    acceptEncoding: encodings.length > 0 ? "policy" : "plain",
    encodings,
    keyedHeaders: lowerSorted(keyed),
    headerRule: policyHeaderRule(cache, originRequest),
    cloudFrontHeaders: cloudFrontHeaders([...keyed, ...asked]),
    cookies,
    queryStrings: combine(cache?.queryStrings ?? NO_QUERY, originRequest?.queryStrings),
    hasManagedRequests: managedOriginRequestPolicy(originRequest?.id ?? "") !== undefined,
    forwardsCookies: !cookies.sendsNone,
    removesSetCookie: false,
  };
}

function askedHeaders({
  behavior,
  items,
  cloudFrontHeaders = [],
}: NonNullable<Behavior["originRequestPolicy"]>["headers"]): readonly string[] {
  const listed = behavior === "whitelist" || behavior === "allViewerAndWhitelistCloudFront";
  return listed ? [...items, ...cloudFrontHeaders] : cloudFrontHeaders;
}

function legacyParts(behavior: Behavior, ttl: TimesToLive): Parts {
  const { headers, cookies, queryString, queryStringCacheKeys } =
    behavior.forwardedValues as NonNullable<Behavior["forwardedValues"]>;
  const all = headers.includes("*");
  const cachingOff = all
    ? 'forwarded_values forwards all headers ("*")'
    : allZero(ttl)
      ? "minimum, default and maximum TTL are 0"
      : undefined;
  return {
    cachingOff,
    acceptEncoding: "legacy",
    encodings: listsAcceptEncoding(headers) ? [] : ["gzip"],
    keyedHeaders: all ? [] : lowerSorted(headers).filter((name) => name !== "accept-encoding"),
    headerRule: legacyHeaderRule(headers, behavior.cachedMethods.includes("OPTIONS")),
    cloudFrontHeaders: cloudFrontHeaders(headers),
    cookies: legacyCookies(cookies),
    queryStrings: legacyQuery(queryString, queryStringCacheKeys),
    hasManagedRequests: false,
    forwardsCookies: cookies.forward !== "none",
    removesSetCookie: cookies.forward === "none",
  };
}

function legacyCookies({
  forward,
  whitelistedNames,
}: NonNullable<Behavior["forwardedValues"]>["cookies"]): Forwarding {
  const listed = (name: string): boolean =>
    whitelistedNames.some((pattern) => matchesGlob(name, pattern));
  const none = forward === "none";
  return {
    sends: listed,
    keys: listed,
    sendsAll: forward === "all",
    keysAll: forward === "all",
    sendsNone: none,
    keysNone: none,
    rule: `forwarded_values: cookies ${[forward, ...whitelistedNames].join(" ")}`,
  };
}

/** With keys listed, everything is sent and only they are in the cache key. */
function legacyQuery(sends: boolean, cacheKeys: readonly string[]): Forwarding {
  const names = new Set(cacheKeys);
  return {
    sends: () => sends,
    keys: (name) => names.has(name),
    sendsAll: sends,
    sendsNone: !sends,
    keysAll: sends && cacheKeys.length === 0,
    keysNone: !sends,
    rule: `forwarded_values: query_string ${sends}`,
  };
}

/**
 * Whether the cache settings name the header themselves: then CloudFront does not compress.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
function listsAcceptEncoding(names: readonly string[]): boolean {
  return names.some((name) => name.toLowerCase() === "accept-encoding");
}

function allZero({ minTtl, defaultTtl, maxTtl }: TimesToLive): boolean {
  return minTtl === 0 && defaultTtl === 0 && maxTtl === 0;
}

function lowerSorted(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase()).sort();
}
