import { type EdgeRequest, headerOf } from "../messages";

/** What an edge location would know about a viewer from its address. */
export interface ViewerFacts {
  /** Such as `US`. */
  readonly country: string;
  readonly countryName: string;
  readonly asn: string;
  readonly region?: string;
  readonly regionName?: string;
  readonly city?: string;
  readonly postalCode?: string;
  readonly metroCode?: string;
  readonly latitude?: string;
  readonly longitude?: string;
  readonly timeZone?: string;
}

/** A viewer in Seattle: nothing local knows where a loopback address is. */
export const DEFAULT_VIEWER: ViewerFacts = {
  country: "US",
  countryName: "United States",
  region: "WA",
  regionName: "Washington",
  city: "Seattle",
  postalCode: "98101",
  metroCode: "819",
  latitude: "47.60620",
  longitude: "-122.33210",
  timeZone: "America/Los_Angeles",
  asn: "64496",
};

/** A viewer in another country, of whose place there nothing more is known. */
export function viewerIn(country: string, viewer: ViewerFacts): ViewerFacts {
  const code = country.toUpperCase();
  if (code === viewer.country) return viewer;
  return { country: code, countryName: countryName(code), asn: viewer.asn };
}

function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
}

type Value = (request: EdgeRequest, viewer: ViewerFacts) => string | undefined;

const MOBILE = /Mobi|iPhone|iPod|Android.*Mobile|Windows Phone/i;
const TABLET = /iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)/i;
const SMART_TV = /SmartTV|SMART-TV|AppleTV|GoogleTV|HbbTV|NetCast|Tizen.*TV|Web0S/i;
const ANDROID = /Android/i;
const IOS = /iPhone|iPad|iPod/i;

const userAgent = (request: EdgeRequest): string => headerOf(request.headers, "user-agent") ?? "";
const isTv = (agent: string): boolean => SMART_TV.test(agent);
const isTablet = (agent: string): boolean => TABLET.test(agent) && !isTv(agent);
const isMobile = (agent: string): boolean => MOBILE.test(agent) && !isTablet(agent) && !isTv(agent);
const isDesktop = (agent: string): boolean => !isMobile(agent) && !isTablet(agent) && !isTv(agent);

const flag =
  (test: (agent: string) => boolean): Value =>
  (request) =>
    String(test(userAgent(request)));

const fact =
  (name: keyof ViewerFacts): Value =>
  (_, viewer) =>
    viewer[name];

/** Longer lists of header names are cut off. */
const MAX_HEADER_ORDER = 7_680;

/** Those that CloudFront added for a function are not the viewer's. */
const viewerHeaders = ({ headers }: EdgeRequest): string[] =>
  headers.map(([name]) => name).filter((name) => !/^cloudfront-/i.test(name));

const VALUES: Readonly<Record<string, Value>> = {
  "cloudfront-forwarded-proto": ({ protocol }) => protocol,
  "cloudfront-is-android-viewer": flag((agent) => ANDROID.test(agent)),
  "cloudfront-is-desktop-viewer": flag(isDesktop),
  "cloudfront-is-ios-viewer": flag((agent) => IOS.test(agent)),
  "cloudfront-is-mobile-viewer": flag(isMobile),
  "cloudfront-is-smarttv-viewer": flag(isTv),
  "cloudfront-is-tablet-viewer": flag(isTablet),
  "cloudfront-viewer-address": ({ clientIp }) => `${clientIp}:46532`,
  "cloudfront-viewer-asn": fact("asn"),
  "cloudfront-viewer-city": fact("city"),
  "cloudfront-viewer-country": fact("country"),
  "cloudfront-viewer-country-name": fact("countryName"),
  "cloudfront-viewer-country-region": fact("region"),
  "cloudfront-viewer-country-region-name": fact("regionName"),
  "cloudfront-viewer-header-count": (request) => String(viewerHeaders(request).length),
  "cloudfront-viewer-header-order": (request) =>
    viewerHeaders(request).join(":").slice(0, MAX_HEADER_ORDER),
  "cloudfront-viewer-http-version": ({ httpVersion }) => httpVersion,
  "cloudfront-viewer-latitude": fact("latitude"),
  "cloudfront-viewer-longitude": fact("longitude"),
  "cloudfront-viewer-metro-code": fact("metroCode"),
  "cloudfront-viewer-postal-code": fact("postalCode"),
  "cloudfront-viewer-time-zone": fact("timeZone"),
  "cloudfront-viewer-tls": ({ protocol }) =>
    protocol === "https" ? "TLSv1.3:TLS_AES_128_GCM_SHA256:fullHandshake" : undefined,
};

/** A header that CloudFront adds to requests. */
export interface CloudFrontHeader {
  /** As the settings spell it. */
  readonly name: string;
  /** Its value for a request; undefined when there is none. */
  readonly valueFor: Value;
}

/**
 * The headers that CloudFront adds, of all that the settings name. Those that this preview cannot
 * know, such as the JA3 fingerprint, are left out.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html
 */
export function cloudFrontHeaders(names: readonly string[]): CloudFrontHeader[] {
  return [...new Set(names)].flatMap((name) => {
    const valueFor = findValue(name.toLowerCase());
    return valueFor === undefined ? [] : [{ name, valueFor }];
  });
}

/** The value of one of these headers. */
export function cloudFrontHeader(
  lowerName: string,
  request: EdgeRequest,
  viewer: ViewerFacts,
): string | undefined {
  return findValue(lowerName)?.(request, viewer);
}

function findValue(lowerName: string): Value | undefined {
  return Object.hasOwn(VALUES, lowerName) ? VALUES[lowerName] : undefined;
}
