// AWS's own cache policies. Their ids are the same in every account.
import type { CachePolicy, NamedValues } from "../edge-model";

const NONE: NamedValues = { behavior: "none", items: [] };
const ALL: NamedValues = { behavior: "all", items: [] };
const YEAR = 31_536_000;
const DAY = 86_400;

const NOTHING_IN_KEY = {
  headers: { behavior: "none", items: [] },
  cookies: NONE,
  queryStrings: NONE,
  acceptEncodingGzip: false,
  acceptEncodingBrotli: false,
} as const;

const BOTH_ENCODINGS = { acceptEncodingGzip: true, acceptEncodingBrotli: true } as const;

const METHOD_OVERRIDES = ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"];

const ORIGIN_CACHE_CONTROL = {
  headers: { behavior: "whitelist", items: ["Host", "Origin", ...METHOD_OVERRIDES] },
  cookies: ALL,
  ...BOTH_ENCODINGS,
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: YEAR,
} as const;

const POLICIES: readonly CachePolicy[] = [
  {
    ...NOTHING_IN_KEY,
    ...BOTH_ENCODINGS,
    id: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    name: "Managed-CachingOptimized",
    minTtl: 1,
    defaultTtl: DAY,
    maxTtl: YEAR,
  },
  {
    ...NOTHING_IN_KEY,
    id: "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
    name: "Managed-CachingOptimizedForUncompressedObjects",
    minTtl: 1,
    defaultTtl: DAY,
    maxTtl: YEAR,
  },
  {
    ...NOTHING_IN_KEY,
    id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    name: "Managed-CachingDisabled",
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 0,
  },
  {
    ...NOTHING_IN_KEY,
    id: "08627262-05a9-4f76-9ded-b50ca2e3a84f",
    name: "Managed-Elemental-MediaPackage",
    headers: { behavior: "whitelist", items: ["Origin"] },
    queryStrings: { behavior: "whitelist", items: ["aws.manifestfilter", "start", "end", "m"] },
    acceptEncodingGzip: true,
    minTtl: 0,
    defaultTtl: DAY,
    maxTtl: YEAR,
  },
  {
    id: "2e54312d-136d-493c-8eb9-b001f22f67d2",
    name: "Managed-Amplify",
    headers: {
      behavior: "whitelist",
      items: ["Authorization", "CloudFront-Viewer-Country", "Host"],
    },
    cookies: ALL,
    queryStrings: ALL,
    ...BOTH_ENCODINGS,
    minTtl: 2,
    defaultTtl: 2,
    maxTtl: 600,
  },
  {
    ...ORIGIN_CACHE_CONTROL,
    id: "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
    name: "UseOriginCacheControlHeaders",
    queryStrings: NONE,
  },
  {
    ...ORIGIN_CACHE_CONTROL,
    id: "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
    name: "UseOriginCacheControlHeaders-QueryStrings",
    queryStrings: ALL,
  },
];

const BY_ID = new Map(POLICIES.map((policy) => [policy.id, policy]));

/**
 * The managed cache policy with an id; undefined when AWS has none.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 */
export function managedCachePolicy(id: string): CachePolicy | undefined {
  return BY_ID.get(id);
}
