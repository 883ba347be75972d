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

/**
 * Sends bytes and collects what comes back until the server ends the connection.
 *
 * @param quietMilliseconds ends the wait when nothing more comes for so long
 * @param firstMilliseconds ends the wait when nothing comes at all
 */
export function sendRaw(
  port: number,
  bytes: string | Uint8Array,
  quietMilliseconds = 300,
  firstMilliseconds = 2000,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    const done = (): void => {
      socket.destroy();
      resolve(text);
    };
    let timer = setTimeout(done, firstMilliseconds);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      clearTimeout(timer);
      timer = setTimeout(done, quietMilliseconds);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      done();
    });
  });
}

/** The status of a raw answer; 0 when there is none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0);
}
