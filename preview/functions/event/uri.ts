import { hasControlCharacters } from "../control-characters";
import { InvalidResult } from "../invalid-result";

/** CloudFront's limit: the URI with its query string must be shorter. */
const URI_CHARACTERS = 8192;

/** The raw path of a URI that a function returned. A `?` in it belongs to the path, so it is encoded. */
export function toPath(uri: unknown, original: string): string {
  if (uri === original) return original;
  if (typeof uri !== "string" || !uri.startsWith("/")) {
    throw new InvalidResult(`uri must begin with "/", got ${JSON.stringify(uri)}`);
  }
  if (hasControlCharacters(uri)) throw new InvalidResult("uri contains control characters");
  return toAscii(uri).replace(/\?/g, "%3F").replace(/#/g, "%23");
}

/** Percent-encodes what is not printable ASCII, as UTF-8; escapes that are there already stay. */
export function toAscii(text: string): string {
  return text.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(Buffer.from(part).toString()));
}

/** Refuses a URI that is too long together with its query string. */
export function checkUriLength(path: string, query: string): void {
  const length = query === "" ? path.length : path.length + 1 + query.length;
  if (length >= URI_CHARACTERS) {
    throw new InvalidResult(
      `the URI with its query string must be shorter than ${URI_CHARACTERS} characters, got ${length}`,
    );
  }
}
