import { type Preview, startPreview } from "../../preview/server";
import { siteStack } from "../preview/support/site-stack";
import { sendRaw } from "../preview/support/viewer";
import { timeOf } from "./support/healthy-viewer";
import { plainAnswer, type RawOrigin, startRawOrigin } from "./support/raw-origin";

const SMUGGLED = "GET /backend/smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
const chunked = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;

/** Header fields and a body after a request's line and Host. */
const BODIES: readonly (readonly [fields: string, body: string])[] = [
  [`Content-Length: ${SMUGGLED.length}`, SMUGGLED],
  ["Transfer-Encoding: chunked", chunked(SMUGGLED)],
  [`Content-Length: 4\r\nTransfer-Encoding: chunked`, chunked(SMUGGLED)],
  [`Transfer-Encoding: chunked\r\nContent-Length: 4`, `0\r\n\r\n${SMUGGLED}`],
  [`Content-Length: 0\r\nContent-Length: ${SMUGGLED.length}`, SMUGGLED],
  [`Content-Length: ${SMUGGLED.length}, 0`, SMUGGLED],
  [`Content-Length: +${SMUGGLED.length}`, SMUGGLED],
  [`Content-Length: 0x${SMUGGLED.length.toString(16)}`, SMUGGLED],
  ["Content-Length: -1", SMUGGLED],
  ["Content-Length : 0", SMUGGLED],
  ["Transfer-Encoding: xchunked", chunked(SMUGGLED)],
  ["Transfer-Encoding: chunked, identity", chunked(SMUGGLED)],
  ["Transfer-Encoding: identity, chunked", chunked(SMUGGLED)],
  ["Transfer-Encoding: chunked\r\nTransfer-Encoding: cow", chunked(SMUGGLED)],
  ["Transfer-Encoding:\u000bchunked", chunked(SMUGGLED)],
  ["Transfer-Encoding: \u0000chunked", chunked(SMUGGLED)],
  ["Transfer-Encoding : chunked", chunked(SMUGGLED)],
  [" Transfer-Encoding: chunked", chunked(SMUGGLED)],
  ["X: y\r\n Transfer-Encoding: chunked", chunked(SMUGGLED)],
  ["X: y\nTransfer-Encoding: chunked", chunked(SMUGGLED)],
  ["X: y\rTransfer-Encoding: chunked", chunked(SMUGGLED)],
  ["Transfer_Encoding: chunked\r\nContent-Length: 3", "abc"],
  ["Connection: Content-Length\r\nContent-Length: 3", "abc"],
  ["Connection: close, Host, X-A\r\nX-A: b\r\nContent-Length: 3", "abc"],
  ["TE: trailers\r\nTrailer: X-A\r\nTransfer-Encoding: chunked", `3\r\nabc\r\n0\r\nX-A: b\r\n\r\n`],
  ["Transfer-Encoding: chunked", `3;a="\n"\r\nabc\r\n0\r\n\r\n`],
  ["Transfer-Encoding: chunked", `3\nabc\n0\n\n${SMUGGLED}`],
  ["Transfer-Encoding: chunked", `-3\r\nabc\r\n0\r\n\r\n${SMUGGLED}`],
  ["Transfer-Encoding: chunked", `ffffffffffffffff3\r\nabc\r\n0\r\n\r\n`],
  ["Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__", ""],
  ["Upgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 3", "abc"],
  ["Expect: 100-continue\r\nContent-Length: 3", "abc"],
];

const LINES = ["POST /backend/a", "GET /backend/a", "POST /backend/a\u0020x", "OPTIONS /backend/a"];

let origin: RawOrigin;
let preview: Preview;
let port: number;

beforeAll(async () => {
  origin = await startRawOrigin((socket) => socket.write(plainAnswer("fine")));
  preview = await startPreview(
    { stack: siteStack() },
    { port: 0, httpsPort: 0, origins: { backend: origin.url } },
  );
  port = Number(new URL(preview.urls.http).port);
});

afterAll(async () => {
  await preview.close();
  await origin.close();
});

/** Heads of requests as an origin would read them: their line, and all their fields. */
function readRequests(bytes: string): string[] {
  const heads: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\r\n\r\n", at);
    if (end < 0) return [...heads, bytes.slice(at)];
    const head = bytes.slice(at, end);
    heads.push(head);
    at = end + 4 + Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? 0);
  }
  return heads;
}

/** Some of these let the server wait for the rest of a body; the others are answered long before. */
const PATIENCE = 1000;

it(`${BODIES.length * LINES.length} requests that hide another one reach the origin as one, or not at all (V8)`, async () => {
  const requests = LINES.flatMap((line) =>
    BODIES.map(
      ([fields, body]) => `${line} HTTP/1.1\r\nHost: localhost:${port}\r\n${fields}\r\n\r\n${body}`,
    ),
  ).map((request, index) => request.replace("/backend/a", `/backend/${index}`));
  for (const request of requests) {
    await sendRaw(port, request, { patience: PATIENCE });
    // Whoever comes next over the same connection gets the answer to its own request.
    await timeOf(port, "/backend/next");
  }
  const heads = origin.received
    .flatMap(readRequests)
    .filter((head) => !head.startsWith("GET /backend/next HTTP/1.1\r\n"));
  const targets = heads.map((head) => / \/backend\/(\d+) HTTP\/1\.1\r\n/.exec(head)?.[1]);
  expect(targets).not.toContain(undefined);
  expect(new Set(targets).size).toBe(heads.length);
  expect(heads.filter((head) => /^(transfer-encoding|te|upgrade|trailer):/im.test(head))).toEqual(
    [],
  );
  expect(heads.length).toBeGreaterThan(BODIES.length / 2);
}, 240_000);
