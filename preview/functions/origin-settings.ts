import { type HeaderList, headerOf } from "../messages";
import { hasControlCharacters } from "./control-characters";
import type { OriginSettings } from "./edge-function";
import { capitalized, isDisallowed } from "./header-restrictions";
import { InvalidResult } from "./invalid-result";

/** A checked property of an origin that a function wrote. */
export function numberIn(
  name: string,
  value: unknown,
  smallest: number,
  largest: number,
): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= smallest && number <= largest) return number;
  throw new InvalidResult(
    `the origin's ${name} must be an integer from ${smallest} to ${largest}, got ${JSON.stringify(value)}`,
  );
}

/** A port that CloudFront connects to: 80, 443, or 1024 to 65535. */
export function portOf(value: unknown): number | undefined {
  const port = numberIn("port", value, 1, 65_535);
  if (port === undefined || port === 80 || port === 443 || port >= 1024) return port;
  throw new InvalidResult(`the origin's port must be 80, 443, or 1024 to 65535, got ${port}`);
}

/** A host name: no port, no address, at most 253 characters. */
export function hostIn(property: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (
    typeof value === "string" &&
    value.length <= 253 &&
    /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(value) &&
    !/^[\d.]+$/.test(value)
  ) {
    return value;
  }
  throw new InvalidResult(
    `the origin's ${property} must be a host name, got ${JSON.stringify(value)}`,
  );
}

/** A host name that CloudFront connects to, and the kind of origin it stands for. */
export function domainNameOf(value: unknown): Pick<OriginSettings, "domainName" | "kind"> {
  const domainName = hostIn("domainName", value);
  if (domainName === undefined) return {};
  const isBucket =
    /\.s3([.-][a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(domainName) &&
    !/\.s3-website/.test(domainName);
  return { domainName, kind: isBucket ? "s3" : "custom" };
}

/** An origin path: empty, or starting but not ending with a slash. */
export function originPathOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (
    typeof value === "string" &&
    value.length <= 255 &&
    (value === "" || /^\/[^\0-\x20?#]*[^/\0-\x20?#]$/.test(value))
  ) {
    return value;
  }
  throw new InvalidResult(
    `the origin's path must start with "/" and not end with one, got ${JSON.stringify(value)}`,
  );
}

/** The TLS versions that a function names. */
export function sslProtocolsOf(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const known = ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"];
  if (Array.isArray(value) && value.every((one) => known.includes(String(one))))
    return value.map(String);
  throw new InvalidResult(
    `the origin's sslProtocols must be of ${known.join(", ")}, got ${JSON.stringify(value)}`,
  );
}

/** Names that the origin's certificate may have: up to 20, which may start with `*.`. */
export function certificateNamesOf(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  const isName = (one: unknown): one is string =>
    typeof one === "string" && one.length <= 64 && /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(one);
  if (Array.isArray(value) && value.length <= 20 && value.every(isName)) return value;
  throw new InvalidResult(
    `allowedCertificateNames must be up to 20 host names of at most 64 characters, got ${JSON.stringify(value)}`,
  );
}

/**
 * What CloudFront adds to no origin request, beside what no function may add.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html#add-origin-custom-headers-denylist
 */
const NEVER_CUSTOM =
  /^(cache-control|content-length|cookie|host|if-(match|modified-since|none-match|range|unmodified-since)|max-forwards|pragma|range|request-range|te|transfer-encoding|via|x-amz-.*)$/i;

/** Custom headers in the order in which the function wrote them; none may be in `request` already. */
export function customHeadersOf(
  entries: readonly (readonly [string, unknown])[],
  request: HeaderList,
): HeaderList {
  return entries.map(([name, value]) => {
    if (
      typeof value !== "string" ||
      hasControlCharacters(value) ||
      isDisallowed(name) ||
      NEVER_CUSTOM.test(name)
    ) {
      throw new InvalidResult(`the origin's custom header "${name}" cannot be sent`);
    }
    if (headerOf(request, name) !== undefined) {
      throw new InvalidResult(`the origin's custom header "${name}" is in the request already`);
    }
    return [capitalized(name), value];
  });
}
