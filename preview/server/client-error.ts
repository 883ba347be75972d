import type { Duplex } from "node:stream";

/** What Node says of a request that it cannot read. */
export interface ParseError extends Error {
  readonly code?: string;
  /** The bytes that were read last. */
  readonly rawPacket?: Uint8Array;
}

const TEXTS: Readonly<Record<number, string>> = {
  400: "Bad Request",
  403: "Forbidden",
  408: "Request Timeout",
  413: "Payload Too Large",
  414: "URI Too Long",
  494: "Request Header Too Large",
};

/** A request line in order: only its method is one that Node does not know. */
const REQUEST_LINE = /^[\w!#$%&'*+.^`|~-]+ \/\S* HTTP\/1\.[01]\r?\n/;

/**
 * The status for a request that cannot be read, as CloudFront gives it.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-invalid-method.html
 */
export function statusOf({ code, rawPacket }: ParseError): number {
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
  if (code === "HPE_CHUNK_EXTENSIONS_OVERFLOW") return 413;
  const start = Buffer.from(rawPacket ?? []).toString("latin1");
  if (code === "HPE_INVALID_METHOD" && REQUEST_LINE.test(start)) return 403;
  if (code !== "HPE_HEADER_OVERFLOW") return 400;
  // The request line itself, up to where it was read, or what was left of it.
  return /^[A-Z]+ \S+$/.test(start) || /^\S* HTTP\/1\.\d\r?\n/.test(start) ? 414 : 494;
}

/** Answers a request that cannot be read, and ends the connection. */
export function answerClientError(error: ParseError, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = statusOf(error);
  const body = `${status} ${TEXTS[status]}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${TEXTS[status]}\r\nServer: CloudFront\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  // Whoever is still sending gets a moment to read the answer.
  setTimeout(() => socket.destroy(), 500).unref();
}
