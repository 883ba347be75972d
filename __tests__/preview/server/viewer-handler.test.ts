import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect } from "node:tls";
import { localCertificate } from "../../../preview/server/certificate";
import { httpsServer } from "../../../preview/server/servers";
import { viewerHandler } from "../../../preview/server/viewer-handler";

const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const [HEADERS, RST_STREAM, SETTINGS] = [1, 3, 4] as const;
const END_STREAM_AND_HEADERS = 5;

/** A frame of RFC 9113, 4.1. */
function frame(type: number, flags: number, stream: number, payload: Buffer): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** `GET https://localhost/<path>`, without an index for the path (RFC 7541, 6.2.2). */
function getFrame(stream: number, path: string): Buffer {
  const literal = (index: number, text: string) => [index, text.length, ...Buffer.from(text)];
  const block = Buffer.from([0x82, 0x87, ...literal(4, path), ...literal(1, "localhost")]);
  return frame(HEADERS, END_STREAM_AND_HEADERS, stream, block);
}

it("an HTTP/2 request that is taken back in the same packet asks nobody", async () => {
  const answered: string[] = [];
  const handler = viewerHandler({
    checkHost: () => undefined,
    trusted: () => ({ isOwnHost: () => true, ports: new Set(), allowed: [] }),
    delay: 0,
    onError: (error) => {
      throw error;
    },
    answer: async ({ path }, respond) => {
      answered.push(path);
      await respond(Promise.resolve({ status: 200, headers: [], body: Buffer.from(path) }));
    },
  });
  const { server, close } = httpsServer(await localCertificate([], undefined, Date.now()), handler);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, rejectUnauthorized: false, ALPNProtocols: ["h2"] });
  await once(socket, "secureConnect");
  const cancel = Buffer.from([0, 0, 0, 8]);
  socket.write(
    Buffer.concat([
      ...[PREFACE, frame(SETTINGS, 0, 0, Buffer.alloc(0))],
      ...[getFrame(1, "/taken-back"), frame(RST_STREAM, 0, 1, cancel)],
      getFrame(3, "/wanted"),
    ]),
  );
  let received = "";
  for await (const chunk of socket) {
    received += chunk.toString("latin1");
    if (received.includes("/wanted")) break;
  }
  await close(0);
  expect(answered).toEqual(["/wanted"]);
});
