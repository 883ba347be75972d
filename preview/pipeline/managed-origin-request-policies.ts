// AWS's own origin request policies. Their ids are the same in every account.
import type { NamedValues, OriginRequestPolicy } from "../edge-model";

const NONE: NamedValues = { behavior: "none", items: [] };
const ALL: NamedValues = { behavior: "all", items: [] };

const PROTOCOL_HEADERS = [
  "CloudFront-Forwarded-Proto",
  "CloudFront-Viewer-Http-Version",
  "CloudFront-Viewer-TLS",
];

const DEVICE_HEADERS = [
  "CloudFront-Is-Android-Viewer",
  "CloudFront-Is-Desktop-Viewer",
  "CloudFront-Is-IOS-Viewer",
  "CloudFront-Is-Mobile-Viewer",
  "CloudFront-Is-SmartTV-Viewer",
  "CloudFront-Is-Tablet-Viewer",
];

const LOCATION_HEADERS = [
  "CloudFront-Viewer-City",
  "CloudFront-Viewer-Country",
  "CloudFront-Viewer-Country-Name",
  "CloudFront-Viewer-Country-Region",
  "CloudFront-Viewer-Country-Region-Name",
  "CloudFront-Viewer-Latitude",
  "CloudFront-Viewer-Longitude",
  "CloudFront-Viewer-Metro-Code",
  "CloudFront-Viewer-Postal-Code",
  "CloudFront-Viewer-Time-Zone",
];

const VIEWER_HEADERS = [...PROTOCOL_HEADERS, ...DEVICE_HEADERS, ...LOCATION_HEADERS];

const CORS_HEADERS = ["Origin", "Access-Control-Request-Headers", "Access-Control-Request-Method"];

function listed(id: string, name: string, items: readonly string[], queryStrings = NONE) {
  return {
    id,
    name: `Managed-${name}`,
    headers: { behavior: "whitelist", items },
    cookies: NONE,
    queryStrings,
  } as const;
}

const POLICIES: readonly OriginRequestPolicy[] = [
  {
    id: "216adef6-5c7f-47e4-b989-5492eafa07d3",
    name: "Managed-AllViewer",
    headers: { behavior: "allViewer", items: [] },
    cookies: ALL,
    queryStrings: ALL,
  },
  {
    id: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    name: "Managed-AllViewerExceptHostHeader",
    headers: { behavior: "allExcept", items: ["Host"], cloudFrontHeaders: VIEWER_HEADERS },
    cookies: ALL,
    queryStrings: ALL,
  },
  {
    id: "33f36d7e-f396-46d9-90e0-52428a34d9dc",
    name: "Managed-AllViewerAndCloudFrontHeaders-2022-06",
    headers: {
      behavior: "allViewerAndWhitelistCloudFront",
      items: [...VIEWER_HEADERS, "CloudFront-Viewer-Address", "CloudFront-Viewer-ASN"],
    },
    cookies: ALL,
    queryStrings: ALL,
  },
  listed("59781a5b-3903-41f3-afcb-af62929ccde1", "CORS-CustomOrigin", ["Origin"]),
  listed("88a5eaf4-2fd4-4709-b370-b4c650ea3fcf", "CORS-S3Origin", CORS_HEADERS),
  listed("acba4595-bd28-49b8-b9fe-13317c0390fa", "UserAgentRefererHeaders", [
    "User-Agent",
    "Referer",
  ]),
  listed("bf0718e1-ba1e-49d1-88b1-f726733018ae", "HostHeaderOnly", ["Host"]),
  listed(
    "775133bc-15f2-49f9-abea-afb2e0bf67d2",
    "Elemental-MediaTailor-PersonalizedManifests",
    [...CORS_HEADERS, "User-Agent", "X-Forwarded-For"],
    ALL,
  ),
];

const BY_ID = new Map(POLICIES.map((policy) => [policy.id, policy]));

/**
 * The managed origin request policy with an id; undefined when AWS has none.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
 */
export function managedOriginRequestPolicy(id: string): OriginRequestPolicy | undefined {
  return BY_ID.get(id);
}
