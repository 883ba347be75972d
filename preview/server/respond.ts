import type { ServerResponse } from "node:http";
import { constants, type Http2ServerResponse } from "node:http2";
import type { Writable } from "node:stream";
import { type EdgeResponse, withoutHeader } from "../messages";
import { nextTurn } from "../next-turn";
import { asBytes } from "./field-value";
import { http2Headers } from "./http2-headers";
import { isHttp2, isReset, type Outgoing } from "./incoming";
import { STALLED_VIEWER_TIMEOUT } from "./limits";

const NOTHING = new Uint8Array();

/**
 * Sends a response. Repeated header fields stay repeated.
 *
 * @throws when a header cannot be sent; nothing is sent then
 * @returns once the viewer has it all, or is gone; a body that breaks off breaks the connection off
 */
export async function respond(
  out: Outgoing,
  response: EdgeResponse,
  method: string,
): Promise<void> {
  if (response.status < 200) throw new RangeError(`${response.status} is no status of an answer`);
  const sent = response.status === 204 ? withoutContent(response) : response;
  const { body } = sent;
  // The responses of one turn leave together. To wake a viewer for each takes longer than to make it.
  if (!isHttp2(out) && body instanceof Uint8Array) await nextTurn();
  const target = isHttp2(out) ? http2Target(out, sent) : http1Target(out, sent);
  if (body instanceof Uint8Array) {
    if (target.destroyed) return;
    // In most cases the socket takes it all at once, and there is nothing to wait for.
    if (method === "HEAD" || body.length === 0) target.end();
    else target.end(body);
    if (target.writableLength > 0) await untilTaken(target);
    return;
  }
  await stream(target, body);
}

/**
 * A 204 has no content, whatever it says; over HTTP/2 a length would break the stream off.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-8.6
 */
function withoutContent(response: EdgeResponse): EdgeResponse {
  const { body } = response;
  const headers = withoutHeader(response.headers, "content-length");
  return { ...response, headers, body: body instanceof Uint8Array ? new Uint8Array() : body };
}

function http1Target(out: ServerResponse, { status, statusText, headers }: EdgeResponse): Writable {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, asBytes(value));
  if (statusText === undefined || /[^\t\u0020-\u007e\u0080-\u00ff]/.test(statusText)) {
    out.writeHead(status, flat);
  } else {
    out.writeHead(status, statusText, flat);
  }
  return out;
}

function http2Target(out: Http2ServerResponse, { status, headers, body }: EdgeResponse): Writable {
  // A viewer may take its request back at any time, which is no error.
  if (isReset(out)) return out.stream.destroy();
  const endStream = body instanceof Uint8Array && body.length === 0;
  out.stream.respond({ ":status": status, ...http2Headers(headers) }, { endStream });
  return out.stream;
}

/** Passes chunks on as fast as the viewer takes them. */
async function stream(out: Writable, body: AsyncIterable<Uint8Array>): Promise<void> {
  const chunks = body[Symbol.asyncIterator]();
  let leave = (): void => {};
  out.once("close", () => leave());
  // No race with one promise that tells of the end: it would hold every chunk until then.
  const nextUnlessGone = (): Promise<IteratorResult<Uint8Array> | undefined> =>
    new Promise((resolve, reject) => {
      leave = () => resolve(undefined);
      chunks.next().then(resolve, reject);
    });
  try {
    for (;;) {
      const next = await nextUnlessGone();
      if (next === undefined || out.destroyed) return;
      if (next.done === true) break;
      if (!out.write(next.value)) await untilTaken(out, "drain");
    }
    out.end();
    await untilTaken(out);
  } catch {
    await untilFlushed(out);
    breakOff(out);
  } finally {
    // Tells the origin that nobody wants the rest; it may have broken off itself.
    void Promise.resolve(chunks.return?.()).catch(() => {});
  }
}

/** Waits until what was written so far has left: what breaks off is relayed up to there. */
function untilFlushed(out: Writable): Promise<void> {
  if (out.destroyed || !out.writable) return Promise.resolve();
  const taken = untilTaken(out, "flushed");
  out.write(NOTHING, () => out.emit("flushed"));
  return taken;
}

/** Waits for the viewer, but not for one that takes nothing at all. */
function untilTaken(
  out: Writable,
  event: "finish" | "drain" | "flushed" = "finish",
): Promise<void> {
  if (out.destroyed || (event === "finish" && out.writableFinished)) return Promise.resolve();
  return new Promise((resolve) => {
    let waiting = out.writableLength;
    const timer = setInterval(() => {
      if (out.writableLength >= waiting) breakOff(out);
      waiting = out.writableLength;
    }, STALLED_VIEWER_TIMEOUT);
    const done = (): void => {
      clearInterval(timer);
      out.off(event, done);
      out.off("close", done);
      resolve();
    };
    out.once(event, done);
    out.once("close", done);
  });
}

function breakOff(out: Writable): void {
  if ("close" in out && typeof out.close === "function") {
    out.close(constants.NGHTTP2_INTERNAL_ERROR);
  } else out.destroy();
}
