// The HTTP messages that pass through the edge, between the server, the pipeline and the origins.
// Not web `Request`s: those cannot hold `Host`, a repeated header or a raw path.

import type { Cancellation } from "./cancellation";

/** Header fields in order; a repeated name stays repeated. Names keep the spelling they came with. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** A message body: all of it, or its chunks as they come. */
export type Body = Uint8Array | AsyncIterable<Uint8Array>;

/** A request as a viewer sent it, or as the edge sends it to an origin. */
export interface EdgeRequest {
  readonly method: string;
  /** The raw path, starting with `/`, neither decoded nor normalised, without the query string. */
  readonly path: string;
  /** The raw query string without `?`; `""` when there is none. */
  readonly query: string;
  /** Whether the viewer sent a `?` with nothing behind it: CloudFront functions can tell. */
  readonly hasBareQuestionMark?: boolean;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  readonly protocol: "http" | "https";
  readonly httpVersion: "1.0" | "1.1" | "2.0";
  /** The viewer's address. */
  readonly clientIp: string;
}

/** A response from an origin, or as the edge sends it to a viewer. */
export interface EdgeResponse {
  readonly status: number;
  readonly statusText?: string;
  readonly headers: HeaderList;
  readonly body: Body;
}

/**
 * Anything that answers requests: a bucket, an API, a load balancer. The only place of I/O. The whole
 * response must have come by the deadline, a time of `performance.now()`.
 */
export type Fetch = (
  request: EdgeRequest,
  cancellation?: Cancellation,
  deadline?: number,
) => Promise<EdgeResponse>;

/**
 * Why an origin gave no response. The edge turns it into the status CloudFront gives.
 *
 * - `dns`, `refused`, `tls`, `protocol`: 502
 * - `connect-timeout`, `response-timeout`: 504
 */
export class OriginFailure extends Error {
  constructor(
    readonly reason:
      | "dns"
      | "refused"
      | "tls"
      | "protocol"
      | "connect-timeout"
      | "response-timeout",
    message: string,
  ) {
    super(message);
    this.name = "OriginFailure";
  }
}

/** The first value of a header, whatever the spelling of its name. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of headers) {
    if (key.length === wanted.length && key.toLowerCase() === wanted) return value;
  }
  return undefined;
}

/** All values of a header, whose name is given in lower case. */
export function valuesOf(headers: HeaderList, name: string): string[] {
  const values: string[] = [];
  for (const [key, value] of headers) {
    if (key.length === name.length && key.toLowerCase() === name) values.push(value);
  }
  return values;
}

/** The fields of Node's `rawHeaders`, where names and values take turns. */
export function headerList(raw: readonly string[]): HeaderList {
  const list: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    list.push([raw[index] ?? "", raw[index + 1] ?? ""]);
  }
  return list;
}

/** The headers without those of a name. */
export function withoutHeader(headers: HeaderList, name: string): HeaderList {
  const unwanted = name.toLowerCase();
  return headers.filter(
    ([key]) => key.length !== unwanted.length || key.toLowerCase() !== unwanted,
  );
}

/** The headers with exactly one field of a name, at the end. */
export function withHeader(headers: HeaderList, name: string, value: string): HeaderList {
  return [...withoutHeader(headers, name), [name, value]];
}

/** All of a body as bytes. */
export async function readBody(body: Body): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
