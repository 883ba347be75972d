// AWS managed policies. Their ids are the same in every account.

/** Which names of a kind (headers, cookies, query strings) are meant. Headers are in lower case. */
export interface NameSet {
  readonly mode: "none" | "some" | "all" | "all-except";
  readonly names: readonly string[];
}

/** What a policy puts into a request. */
export interface RequestParts {
  readonly headers: NameSet;
  readonly cookies: NameSet;
  readonly queries: NameSet;
}

/** What a cache policy says: the cache key and how long an object stays, in seconds. */
export interface CachePolicy {
  readonly key: RequestParts;
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
}

export const NONE: NameSet = { mode: "none", names: [] };
export const ALL: NameSet = { mode: "all", names: [] };

/** Exactly these names. */
function only(...names: readonly string[]): NameSet {
  return { mode: "some", names };
}

const NOTHING: RequestParts = { headers: NONE, cookies: NONE, queries: NONE };
const YEAR = 31_536_000;
const OVERRIDES = ["x-http-method-override", "x-http-method", "x-method-override"];

function cache(name: string, ttls: readonly [number, number, number], key = NOTHING) {
  const [minTtl, defaultTtl, maxTtl] = ttls;
  return { name, key, minTtl, defaultTtl, maxTtl };
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const MANAGED_CACHE_POLICIES: Readonly<Record<string, CachePolicy & { name: string }>> = {
  "658327ea-f89d-4fab-a63d-7e88639e58f6": cache("CachingOptimized", [1, 86_400, YEAR]),
  "b2884449-e4de-46a7-ac36-70bc7f1ddd6d": cache("CachingOptimizedForUncompressedObjects", [
    1,
    86_400,
    YEAR,
  ]),
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": cache("CachingDisabled", [0, 0, 0]),
  "08627262-05a9-4f76-9ded-b50ca2e3a84f": cache("Elemental-MediaPackage", [0, 86_400, YEAR], {
    headers: only("origin"),
    cookies: NONE,
    queries: only("aws.manifestfilter", "start", "end", "m"),
  }),
  "2e54312d-136d-493c-8eb9-b001f22f67d2": cache("Amplify", [2, 2, 600], {
    headers: only("authorization", "cloudfront-viewer-country", "host"),
    cookies: ALL,
    queries: ALL,
  }),
  "83da9c7e-98b4-4e11-a168-04f0df8e2c65": cache("UseOriginCacheControlHeaders", [0, 0, YEAR], {
    headers: only("host", "origin", ...OVERRIDES),
    cookies: ALL,
    queries: NONE,
  }),
  "4cc15a8a-d715-48a4-82b8-cc0b614638fe": cache(
    "UseOriginCacheControlHeaders-QueryStrings",
    [0, 0, YEAR],
    { headers: only("host", "origin", ...OVERRIDES), cookies: ALL, queries: ALL },
  ),
};

function sends(name: string, headers: NameSet, cookies = NONE, queries = NONE) {
  return { name, headers, cookies, queries };
}

const CORS = ["origin", "access-control-request-headers", "access-control-request-method"];

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
export const MANAGED_ORIGIN_REQUEST_POLICIES: Readonly<
  Record<string, RequestParts & { name: string }>
> = {
  "216adef6-5c7f-47e4-b989-5492eafa07d3": sends("AllViewer", ALL, ALL, ALL),
  "b689b0a8-53d0-40ab-baf2-68738e2966ac": sends(
    "AllViewerExceptHostHeader",
    { mode: "all-except", names: ["host"] },
    ALL,
    ALL,
  ),
  "33f36d7e-f396-46d9-90e0-52428a34d9dc": sends(
    "AllViewerAndCloudFrontHeaders-2022-06",
    ALL,
    ALL,
    ALL,
  ),
  "59781a5b-3903-41f3-afcb-af62929ccde1": sends("CORS-CustomOrigin", only("origin")),
  "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf": sends("CORS-S3Origin", only(...CORS)),
  "acba4595-bd28-49b8-b9fe-13317c0390fa": sends(
    "UserAgentRefererHeaders",
    only("user-agent", "referer"),
  ),
  "bf0718e1-ba1e-49d1-88b1-f726733018ae": sends("HostHeaderOnly", only("host")),
  "775133bc-15f2-49f9-abea-afb2e0bf67d2": sends(
    "Elemental-MediaTailor-PersonalizedManifests",
    only(...CORS, "user-agent", "x-forwarded-for"),
    NONE,
    ALL,
  ),
};
