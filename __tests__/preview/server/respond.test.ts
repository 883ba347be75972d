import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { connect } from "node:http2";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { EdgeResponse } from "../../../preview/messages";
import { localCertificate } from "../../../preview/server/certificate";
import { respond } from "../../../preview/server/respond";
import { type Handler, httpServer, httpsServer } from "../../../preview/server/servers";

interface Got {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What viewers of both versions get for a response; 500 when it cannot be sent. */
async function both(response: Partial<EdgeResponse>): Promise<Got[]> {
  const whole = { status: 200, headers: [], body: Buffer.from("body"), ...response };
  const handler: Handler = (_incoming, out) =>
    void respond(out, whole, "GET").catch(() =>
      respond(out, { ...whole, status: 500, headers: [] }, "GET"),
    );
  const one = httpServer(handler);
  const two = httpsServer(await localCertificate([], undefined, Date.now()), handler);
  const got = [await askOne(await portOf(one)), await askTwo(await portOf(two))];
  await Promise.all([one.close(0), two.close(0)]);
  return got;
}

async function portOf({
  server,
}: {
  server: ReturnType<typeof httpServer>["server"] | ReturnType<typeof httpsServer>["server"];
}) {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

async function askOne(port: number): Promise<Got> {
  const asked = get({ host: "127.0.0.1", port, agent: false });
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

async function askTwo(port: number): Promise<Got> {
  const session = connect(`https://localhost:${port}`, { rejectUnauthorized: false });
  const stream = session.request({ ":path": "/" });
  const [headers] = (await once(stream, "response")) as [Record<string, unknown>];
  const body = await text(stream);
  session.close();
  return { status: Number(headers[":status"]), headers, body };
}

it("a 204 goes without the content that a function gave it", async () => {
  for (const { status, headers, body } of await both({
    status: 204,
    headers: [["Content-Length", "4"]],
  })) {
    expect([status, headers["content-length"], body]).toEqual([204, undefined, ""]);
  }
});

it.each([100, 101, 103])("a %i, which is no answer, is not sent as one", async (status) => {
  expect((await both({ status })).map((got) => got.status)).toEqual([500, 500]);
});

it("a header value that would end its field is not sent (V9)", async () => {
  const headers = [["Set-Cookie", "a=b\r\nX-Injected: 1"]] as const;
  expect((await both({ headers })).map((got) => got.status)).toEqual([500, 500]);
});

it("a header value of any characters goes as UTF-8", async () => {
  for (const got of await both({ headers: [["Content-Disposition", "filename=日本"]] })) {
    const value = Buffer.from(String(got.headers["content-disposition"]), "latin1");
    expect(value.toString("utf8")).toBe("filename=日本");
  }
});

it("a long stream is not kept in memory while the viewer reads it", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  const sent: WeakRef<Uint8Array>[] = [];
  let kept: number | undefined;
  async function* body() {
    for (let count = 0; count < 50; count++) {
      const chunk = new Uint8Array(65_536);
      sent.push(new WeakRef(chunk));
      yield chunk;
    }
    // A turn of its own: until its end what a WeakRef was made of stays.
    await setImmediate();
    collectGarbage();
    kept = sent.filter((chunk) => chunk.deref() !== undefined).length;
  }
  const server = httpServer((_, out) => {
    respond(out, { status: 200, headers: [], body: body() }, "GET").catch(() => out.destroy());
  });
  const { body: got } = await askOne(await portOf(server));
  await server.close(0);
  expect(got).toHaveLength(50 * 65_536);
  expect(kept).toBeLessThan(10);
});

it("what an origin sent before it broke off reaches the viewer", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("half");
    throw new Error("the origin broke off");
  }
  const headers = [["Content-Length", "10"]] as const;
  const handler: Handler = (_incoming, out) =>
    void respond(out, { status: 200, headers, body: broken() }, "GET");
  const one = httpServer(handler);
  const two = httpsServer(await localCertificate([], undefined, Date.now()), handler);
  const asked = get({ host: "127.0.0.1", port: await portOf(one), agent: false });
  const session = connect(`https://localhost:${await portOf(two)}`, { rejectUnauthorized: false });
  try {
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    expect(await untilBroken(answer)).toBe("half");
    expect(await untilBroken(session.request({ ":path": "/" }))).toBe("half");
  } finally {
    session.close();
    await Promise.all([one.close(0), two.close(0)]);
  }
});

/** The part of a body that arrives; the stream must break off. */
async function untilBroken(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  const read = async () => {
    for await (const chunk of stream) chunks.push(chunk);
  };
  await expect(read()).rejects.toThrow();
  return Buffer.concat(chunks).toString();
}
