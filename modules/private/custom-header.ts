// Which headers CloudFront lets an origin's configuration add.
import { Token } from "cdktf";

const REFUSED =
  /^(cache-control|connection|content-length|cookie|host|if-(match|modified-since|none-match|range|unmodified-since)|max-forwards|pragma|proxy-(authenticate|authorization|connection)|range|request-range|te|trailer|transfer-encoding|upgrade|via|x-amz-.*|x-edge-.*|x-real-ip)$/i;

/**
 * Says what CloudFront would refuse about a custom header, or nothing.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html
 */
export function customHeaderProblem(name: string, value: string): string | undefined {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/.test(name)) return "is no header name";
  if (REFUSED.test(name)) return "cannot be set by CloudFront; choose another name";
  if (Token.isUnresolved(value)) return undefined;
  if (value.length > 1783) return `has a value of ${value.length} characters; at most 1783`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a header must not hold
  return /[\u0000-\u001f\u007f]/.test(value) ? "has a control character in its value" : undefined;
}
