// Viewers for the tests of the server: raw bytes over a socket, and requests over TLS.
import { connect } from "node:net";
import type { EdgeRequest, HeaderList } from "../../../preview/messages";

/** A GET over HTTPS by the distribution's local name, with what differs from that. */
export function viewerRequest(target: string, changes: Partial<EdgeRequest> = {}): EdgeRequest {
  const at = target.indexOf("?");
  const headers: HeaderList = [["Host", "localhost:8443"], ...(changes.headers ?? [])];
  return {
    method: "GET",
    path: at < 0 ? target : target.slice(0, at),
    query: at < 0 ? "" : target.slice(at + 1),
    body: new Uint8Array(),
    protocol: "https",
    httpVersion: "1.1",
    clientIp: "127.0.0.1",
    ...changes,
    headers,
  };
}

/** When a viewer of {@link sendRaw} leaves, if the server does not end the connection before. */
export interface Leaving {
  /** Whole responses after which it leaves. @default 1 */
  readonly responses?: number;
  /**
   * Milliseconds that it waits for them: only for requests that a server may wait for the rest of.
   *
   * @default - as long as it takes
   */
  readonly patience?: number;
}

/** Sends bytes and collects what comes back. */
export function sendRaw(
  port: number,
  bytes: string | Uint8Array,
  { responses = 1, patience }: Leaving = {},
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    const timer = patience === undefined ? undefined : setTimeout(() => socket.destroy(), patience);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (wholeResponses(text) >= responses) socket.destroy();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

/** Counts final responses that have come to their end; one without a length ends with its connection. */
function wholeResponses(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const body = text.indexOf("\r\n\r\n", at) + 4;
    if (body < 4) return count;
    const head = text.slice(at, body);
    const isInterim = / 1\d\d /.test(head.slice(0, 13));
    const length = /^content-length: (\d+)$/im.exec(head)?.[1];
    const isChunked = /^transfer-encoding: chunked$/im.test(head);
    const end = isChunked
      ? text.indexOf("\r\n0\r\n\r\n", body - 2) + 7
      : body + Number(length ?? 0);
    const isOpen = !isInterim && length === undefined && !isChunked;
    if (isOpen || end < body || end > text.length) return count;
    if (!isInterim) count += 1;
    at = end;
  }
  return count;
}

/** The status of a raw answer; 0 when there is none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
}
