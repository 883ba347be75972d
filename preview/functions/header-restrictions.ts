// Headers that functions never see, and headers that they see but must leave as they are.
import { type HeaderList, valuesOf } from "../messages";
import { isReserved } from "../pipeline/reserved-headers";
import type { FunctionEvent } from "./edge-function";
import { InvalidResult } from "./invalid-result";

const CLIENT_CERTIFICATE = new Set([
  "client-cert",
  "client-cert-chain",
  "cloudfront-viewer-cert-pem",
]);

const READ_ONLY: Readonly<Record<FunctionEvent, readonly string[]>> = {
  "viewer-request": ["cdn-loop", "content-length", "host", "transfer-encoding", "via"],
  "origin-request": [
    "accept-encoding",
    "cdn-loop",
    "content-length",
    "if-modified-since",
    "if-none-match",
    "if-range",
    "if-unmodified-since",
    "transfer-encoding",
    "via",
  ],
  "origin-response": ["transfer-encoding", "via"],
  "viewer-response": ["warning", "via"],
};

/** What only Lambda@Edge must leave as it is in viewer responses. */
export const LAMBDA_VIEWER_RESPONSE: readonly string[] = [
  "content-length",
  "content-encoding",
  "transfer-encoding",
];

/**
 * Whether functions neither see nor may add a header.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
 */
export function isDisallowed(name: string): boolean {
  const lower = name.toLowerCase();
  return CLIENT_CERTIFICATE.has(lower) || isReserved(lower);
}

/**
 * Refuses headers that a function must not add, change or delete, and malformed ones. `more` are
 * read-only beside those of the event.
 */
export function checkHeaders(
  event: FunctionEvent,
  before: HeaderList,
  after: HeaderList,
  more: readonly string[] = [],
): void {
  for (const [name, value] of after) {
    if (isDisallowed(name))
      throw new InvalidResult(`the function added the disallowed header "${name}"`);
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
      throw new InvalidResult(`"${name}" is not a header name`);
    }
    if (!/^[\t\x20-\x7e\x80-\uffff]*$/.test(value)) {
      throw new InvalidResult(`the value of header "${name}" contains control characters`);
    }
  }
  for (const name of [...READ_ONLY[event], ...more]) {
    if (valuesAsText(before, name) !== valuesAsText(after, name)) {
      throw new InvalidResult(
        `the function tried to add, delete, or change the read-only header "${name}"`,
      );
    }
  }
}

function valuesAsText(headers: HeaderList, name: string): string {
  return JSON.stringify(valuesOf(headers, name));
}

/** A header's name as CloudFront writes it: `Example-Header-Name`. */
export function capitalized(name: string): string {
  return name
    .toLowerCase()
    .replace(
      /(^|-)([a-z])/g,
      (_, dash: string, letter: string) => `${dash}${letter.toUpperCase()}`,
    );
}
