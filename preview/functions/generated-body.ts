import { type EdgeResponse, type HeaderList, withHeader } from "../messages";
import { hasControlCharacters } from "./control-characters";
import { InvalidResult } from "./invalid-result";

/** The bytes of a body that a function wrote. */
export function bodyBytes(data: unknown, encoding: unknown): Uint8Array {
  if (typeof data !== "string")
    throw new InvalidResult("the body that the function returned is not a string");
  if (encoding === "text") return Buffer.from(data);
  if (encoding !== "base64") {
    throw new InvalidResult(
      `the body's encoding must be text or base64, got "${String(encoding)}"`,
    );
  }
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(data) || data.length % 4 !== 0) {
    throw new InvalidResult("the body that the function returned is not valid base64");
  }
  return Buffer.from(data, "base64");
}

/**
 * A response's headers and body: what the function wrote with its length, else the body of the response
 * that it changed.
 */
export function withBody(
  headers: HeaderList,
  written: Uint8Array | undefined,
  response: EdgeResponse | undefined,
): Pick<EdgeResponse, "headers" | "body"> {
  if (written === undefined && response !== undefined) return { headers, body: response.body };
  const body = written ?? new Uint8Array();
  return { headers: withHeader(headers, "Content-Length", String(body.byteLength)), body };
}

/** The reason phrase that a function wrote, when it wrote one. */
export function withDescription(description: unknown): Pick<EdgeResponse, "statusText"> {
  if (description === undefined) return {};
  if (typeof description === "string" && !hasControlCharacters(description))
    return { statusText: description };
  throw new InvalidResult(
    `statusDescription must be a line of text, got ${JSON.stringify(description)}`,
  );
}
