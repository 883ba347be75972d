// The policies that exist in every account. They carry names and TTLs, not their whole content.
import type { XmlElement } from "./xml";

type Policies = Readonly<Record<string, XmlElement>>;

const SETTINGS = {
  EnableAcceptEncodingGzip: "true",
  EnableAcceptEncodingBrotli: "true",
  HeadersConfig: { HeaderBehavior: "none" },
  CookiesConfig: { CookieBehavior: "none" },
  QueryStringsConfig: { QueryStringBehavior: "none" },
};

function cache(Name: string, ...[MinTTL, DefaultTTL, MaxTTL]: readonly string[]): XmlElement {
  return { Name, MinTTL, DefaultTTL, MaxTTL, ParametersInCacheKeyAndForwardedToOrigin: SETTINGS };
}

function originRequest(Name: string): XmlElement {
  return {
    Name,
    HeadersConfig: { HeaderBehavior: "none" },
    CookiesConfig: { CookieBehavior: "none" },
    QueryStringsConfig: { QueryStringBehavior: "none" },
  };
}

/**
 * Managed policies by kind and id.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
 */
export const MANAGED: Readonly<Record<string, Policies>> = {
  "cache-policy": {
    "658327ea-f89d-4fab-a63d-7e88639e58f6": cache(
      "Managed-CachingOptimized",
      "1",
      "86400",
      "31536000",
    ),
    "b2884449-e4de-46a7-ac36-70bc7f1ddd6d": cache(
      "Managed-CachingOptimizedForUncompressedObjects",
      "1",
      "86400",
      "31536000",
    ),
    "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": cache("Managed-CachingDisabled", "0", "0", "0"),
    "08627262-05a9-4f76-9ded-b50ca2e3a84f": cache(
      "Managed-Elemental-MediaPackage",
      "0",
      "86400",
      "31536000",
    ),
    "2e54312d-136d-493c-8eb9-b001f22f67d2": cache("Managed-Amplify", "2", "2", "600"),
    "83da9c7e-98b4-4e11-a168-04f0df8e2c65": cache(
      "UseOriginCacheControlHeaders",
      "0",
      "0",
      "31536000",
    ),
    "4cc15a8a-d715-48a4-82b8-cc0b614638fe": cache(
      "UseOriginCacheControlHeaders-QueryStrings",
      "0",
      "0",
      "31536000",
    ),
  },
  "origin-request-policy": {
    "216adef6-5c7f-47e4-b989-5492eafa07d3": originRequest("Managed-AllViewer"),
    "b689b0a8-53d0-40ab-baf2-68738e2966ac": originRequest("Managed-AllViewerExceptHostHeader"),
    "33f36d7e-f396-46d9-90e0-52428a34d9dc": originRequest(
      "Managed-AllViewerAndCloudFrontHeaders-2022-06",
    ),
    "59781a5b-3903-41f3-afcb-af62929ccde1": originRequest("Managed-CORS-CustomOrigin"),
    "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf": originRequest("Managed-CORS-S3Origin"),
    "acba4595-bd28-49b8-b9fe-13317c0390fa": originRequest("Managed-UserAgentRefererHeaders"),
    "bf0718e1-ba1e-49d1-88b1-f726733018ae": originRequest("Managed-HostHeaderOnly"),
    "775133bc-15f2-49f9-abea-afb2e0bf67d2": originRequest(
      "Managed-Elemental-MediaTailor-PersonalizedManifests",
    ),
  },
  "response-headers-policy": {
    "60669652-455b-4ae9-85a4-c4c02393f86c": { Name: "Managed-SimpleCORS" },
    "5cc3b908-e619-4b99-88e5-2cf7f45965bd": { Name: "Managed-CORS-With-Preflight" },
    "67f7725c-6f97-4210-82d7-5512b31e9d03": { Name: "Managed-SecurityHeadersPolicy" },
    "e61eb60c-9c35-4d20-a928-2b84e02af89c": { Name: "Managed-CORS-and-SecurityHeadersPolicy" },
    "eaab4381-ed33-4a86-88ca-d9558dc6cd63": {
      Name: "Managed-CORS-with-preflight-and-SecurityHeadersPolicy",
    },
  },
};
