// A REST API takes every payload for text in UTF-8 that its binary media types do not name.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html
import { type HeaderList, headerOf } from "../../messages";
import { firstAccepted, isBinary } from "../api/binary-media-types";

/** The body of a request as its HTTP endpoint gets it. */
export function sentBody(
  body: Uint8Array,
  headers: HeaderList,
  binaryTypes: readonly string[],
): Uint8Array {
  return isData(headers, binaryTypes) ? body : asText(body);
}

/**
 * The body of an HTTP endpoint's response as the client gets it: bytes only where its type and the
 * first type that the client accepts are binary ones; base64 for other clients.
 */
export function receivedBody(
  body: Uint8Array,
  headers: HeaderList,
  accept: string | undefined,
  binaryTypes: readonly string[],
): Uint8Array {
  if (headerOf(headers, "content-encoding") !== undefined) return body;
  if (!isData(headers, binaryTypes)) return asText(body);
  const isAccepted = isBinary(firstAccepted(accept), binaryTypes);
  return isAccepted ? body : Buffer.from(Buffer.from(body).toString("base64"));
}

function isData(headers: HeaderList, binaryTypes: readonly string[]): boolean {
  return isBinary(headerOf(headers, "content-type"), binaryTypes);
}

/** What is no UTF-8 is lost. */
function asText(body: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(body).toString());
}
