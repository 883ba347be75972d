import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type EdgeResponse, type HeaderList, headerOf, withHeader } from "../messages";
import type { Encoding } from "./accept-encoding";
import { isCompressibleType } from "./compressible-types";
import { listMembers } from "./field-values";

const MIN_BYTES = 1_000;
const MAX_BYTES = 10_000_000;
const STATUSES = new Set([200, 403, 404]);

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** The encoding to compress with, or why the edge leaves the body as it is. */
export type CompressionDecision =
  | { readonly encoding: Encoding; readonly reason: string }
  | { readonly encoding: undefined; readonly reason: string };

/** What settings and viewer leave open about compression. */
export interface EncodingChoice {
  readonly compress: boolean;
  readonly enabled: readonly Encoding[];
  readonly accepted: readonly Encoding[];
}

function no(reason: string): CompressionDecision {
  return { encoding: undefined, reason };
}

/** The encoding for a viewer, if the origin's answer is one that CloudFront compresses. */
export function chooseEncoding(choice: EncodingChoice): CompressionDecision {
  if (!choice.compress) return no("compress is false");
  if (choice.enabled.length === 0)
    return no("the cache settings enable no encoding, or list Accept-Encoding");
  const encoding = choice.accepted.find((one) => choice.enabled.includes(one));
  return encoding === undefined
    ? no("the viewer accepts no enabled encoding")
    : { encoding, reason: "if the origin's answer has a type, a length and a status for it" };
}

/**
 * Decides whether the edge compresses a response of the origin.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html
 */
export function decideCompression(
  response: Pick<EdgeResponse, "status" | "headers">,
  choice: EncodingChoice,
): CompressionDecision {
  const chosen = chooseEncoding(choice);
  if (chosen.encoding === undefined) return chosen;
  if (!STATUSES.has(response.status)) return no(`status ${response.status}`);
  if (headerOf(response.headers, "content-encoding") !== undefined) {
    return no("the origin sends Content-Encoding");
  }
  const length = headerOf(response.headers, "content-length");
  if (length === undefined) return no("the origin sends no Content-Length");
  if (!(Number(length) >= MIN_BYTES && Number(length) <= MAX_BYTES)) {
    return no(`${length} bytes; ${MIN_BYTES} to ${MAX_BYTES} are compressed`);
  }
  const type = headerOf(response.headers, "content-type");
  if (!isCompressibleType(type)) return no(`Content-Type ${type ?? "is absent"}`);
  return { encoding: chosen.encoding, reason: `${type}, ${length} bytes` };
}

/** Compresses a body. */
export function compressBody(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  return encoding === "gzip"
    ? toGzip(body, { level: 6 })
    : toBrotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
}

/** The headers of a compressed response: a strong ETag becomes weak, an invalid one is dropped. */
export function compressedHeaders(
  headers: HeaderList,
  encoding: Encoding,
  bytes: number,
): HeaderList {
  const weak = headers.flatMap(([name, value]): HeaderList => {
    if (name.toLowerCase() !== "etag") return [[name, value]];
    if (/^W\/".*"$/.test(value)) return [[name, value]];
    return /^".*"$/.test(value) ? [[name, `W/${value}`]] : [];
  });
  const sized = withHeader(weak, "Content-Length", String(bytes));
  const encoded = withHeader(sized, "Content-Encoding", encoding);
  const vary = listMembers(headerOf(encoded, "vary"));
  return vary.some((name) => name.toLowerCase() === "accept-encoding")
    ? encoded
    : withHeader(encoded, "Vary", ["Accept-Encoding", ...vary].join(", "));
}
