import type { IncomingMessage, ServerResponse } from "node:http";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import type { TLSSocket } from "node:tls";
import { type EdgeRequest, type HeaderList, headerList } from "../messages";

/** A request of either protocol version. */
export type Incoming = IncomingMessage | Http2ServerRequest;

/** A response of either protocol version. */
export type Outgoing = ServerResponse | Http2ServerResponse;

/** Whether a response goes over HTTP/2. */
export function isHttp2(out: Outgoing): out is Http2ServerResponse {
  return "stream" in out && out.stream !== undefined;
}

/** Whether an HTTP/2 viewer has taken its request back. */
export function isReset(out: Outgoing): boolean {
  return isHttp2(out) && (out.stream.closed || out.stream.destroyed);
}

/** A request's head, as it came. */
export interface Head extends Omit<EdgeRequest, "body" | "path" | "query"> {
  /** The raw request target. */
  readonly target: string;
}

/**
 * Reads a request's head. Header fields keep order, spelling and repetition. HTTP/2's `:authority`
 * becomes `Host`, and the cookies that it may split become one field again.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9113#section-8.3.1
 */
export function readHead(incoming: Incoming): Head {
  const { socket } = incoming;
  const fields = headerList(incoming.rawHeaders);
  const isTwo = incoming.httpVersionMajor === 2;
  return {
    method: incoming.method ?? "GET",
    target: incoming.url ?? "",
    headers: isTwo ? http2Headers(fields) : fields,
    protocol: (socket as Partial<TLSSocket>).encrypted === true ? "https" : "http",
    httpVersion: isTwo ? "2.0" : incoming.httpVersionMinor === 0 ? "1.0" : "1.1",
    clientIp: (socket.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, ""),
  };
}

/** The request for the edge: a head whose target has been checked, and a body. */
export function edgeRequest(head: Head, body: Uint8Array): EdgeRequest {
  const { method, target, headers, protocol, httpVersion, clientIp } = head;
  const at = target.indexOf("?");
  // Spelled out: made for each request, and copies by spreading take their time.
  return {
    method,
    path: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? "" : target.slice(at + 1),
    hasBareQuestionMark: at >= 0 && at === target.length - 1,
    headers,
    body,
    protocol,
    httpVersion,
    clientIp,
  };
}

function http2Headers(fields: readonly (readonly [string, string])[]): HeaderList {
  const authority = fields.find(([name]) => name === ":authority")?.[1];
  const cookies = fields.filter(([name]) => name === "cookie").map(([, value]) => value);
  // A Host beside the authority must say the same; one that does not stays and is refused.
  const others = fields.filter(
    ([name, value]) =>
      !name.startsWith(":") && name !== "cookie" && (name !== "host" || value !== authority),
  );
  return [
    ...(authority === undefined ? [] : [["Host", authority] as const]),
    ...others,
    ...(cookies.length === 0 ? [] : [["cookie", cookies.join("; ")] as const]),
  ];
}
