import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createTcpServer, type Socket } from "node:net";
import { readBody } from "../../../preview/messages";
import { type HttpOriginSettings, httpOrigin } from "../../../preview/origins/http-origin";
import { read, request } from "./support/exchange";
import { closeServers, listen } from "./support/listen";
import { settings } from "./support/origin-settings";

afterAll(closeServers);

async function origin(listener: RequestListener, changes: Partial<HttpOriginSettings> = {}) {
  const port = await listen(createHttpServer(listener));
  return httpOrigin({ origin: settings(changes), url: `http://127.0.0.1:${port}` });
}

/** An origin that answers every connection's first bytes with raw text. */
async function rawOrigin(answer: (socket: Socket, received: string) => void, changes = {}) {
  const port = await listen(
    createTcpServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", (data) => answer(socket, data.toString("latin1")));
    }),
  );
  return httpOrigin({ origin: settings(changes), url: `http://127.0.0.1:${port}` });
}

describe("what an HTTP origin receives", () => {
  it.each(["/a/../b", "//evil.example/x", "/a%2fb?x=%20&&y", "/\\evil", "/a?b=c?d"])(
    "is the raw target %s",
    async (target) => {
      const fetch = await origin((incoming, out) => out.end(incoming.url));
      expect((await read(fetch(request(target, { host: "app.example.com" })))).text).toBe(target);
    },
  );

  it("is the headers in order, without those of the connection", async () => {
    const fetch = await origin((incoming, out) => out.end(JSON.stringify(incoming.rawHeaders)));
    const answer = await read(
      fetch(
        request("/", {
          host: "app.example.com",
          headers: [
            ["X-Twice", "1"],
            ["Connection", "close, X-Hop"],
            ["X-Hop", "1"],
            ["Keep-Alive", "timeout=5"],
            ["TE", "trailers"],
            ["Trailer", "x"],
            ["Transfer-Encoding", "chunked"],
            ["Upgrade", "h2c"],
            ["Proxy-Authorization", "secret"],
            ["Expect", "100-continue"],
            ["Content-Length", "999"],
            ["X-Twice", "2"],
          ],
        }),
      ),
    );
    expect(JSON.parse(answer.text)).toEqual([
      "Host",
      "app.example.com",
      "X-Twice",
      "1",
      "X-Twice",
      "2",
      "Connection",
      "keep-alive",
    ]);
  });

  it("is one request, with a length counted from the body", async () => {
    const received: string[] = [];
    const fetch = await rawOrigin((socket, text) => {
      received.push(text);
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    });
    const headers = [
      ["Content-Length", "3"],
      ["Transfer-Encoding", "chunked"],
    ] as const;
    const body = "0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n";
    await read(fetch(request("/", { method: "POST", host: "a", headers, body })));
    expect(received).toHaveLength(1);
    expect(received[0]?.match(/content-length: (\d+)/gi)).toEqual([
      `Content-Length: ${body.length}`,
    ]);
    expect(received[0]).not.toMatch(/transfer-encoding/i);
  });

  it("comes over connections that stay open", async () => {
    const ports = new Set<number | undefined>();
    const fetch = await origin((incoming, out) => {
      ports.add(incoming.socket.remotePort);
      out.end("x");
    });
    for (let index = 0; index < 5; index += 1) await read(fetch(request("/", { host: "a" })));
    expect(ports.size).toBe(1);
  });
});

describe("the connection to an HTTP origin", () => {
  /** An origin that counts its connections, and tells when one has closed. */
  async function counted(listener: RequestListener) {
    const server = createHttpServer(listener);
    const opened: Promise<unknown>[] = [];
    server.on("connection", (socket) => opened.push(once(socket, "close")));
    return { url: `http://127.0.0.1:${await listen(server)}`, opened };
  }

  it("is free again after an answer without a body", async () => {
    const { url, opened } = await counted((_, out) => out.setHeader("Content-Length", 1).end());
    const fetch = httpOrigin({ origin: settings(), url });
    for (let index = 0; index < 3; index += 1) {
      await fetch(request("/", { method: "HEAD", host: "a" }));
    }
    expect(opened).toHaveLength(1);
  });

  it("is closed when nobody reads the body within the response timeout", async () => {
    const { url, opened } = await counted((_, out) => out.write("x"));
    const fetch = httpOrigin({ origin: settings({ readTimeoutSeconds: 0.1 }), url });
    await Promise.all([1, 2, 3].map(() => fetch(request("/", { host: "a" }))));
    expect(opened).toHaveLength(3);
    await Promise.all(opened);
  });
});

describe("what an HTTP origin answers", () => {
  it("comes back with status, repeated headers and body", async () => {
    const fetch = await origin((_, out) => {
      out.writeHead(
        201,
        "Made",
        [
          ["Set-Cookie", "a=1"],
          ["Set-Cookie", "b=2"],
          ["X-Case", "Kept"],
        ].flat(),
      );
      out.end("made");
    });
    const answer = await fetch(request("/", { host: "a" }));
    expect(answer).toMatchObject({ status: 201, statusText: "Made" });
    const { values, text, names } = await read(answer);
    expect(text).toBe("made");
    expect(values("set-cookie")).toEqual(["a=1", "b=2"]);
    expect(names).toContain("X-Case");
    expect(names).not.toContain("Connection");
    expect(names).not.toContain("Transfer-Encoding");
  });

  it("may be a redirect, which is not followed", async () => {
    let count = 0;
    const fetch = await origin((_, out) => {
      count += 1;
      out.writeHead(302, { Location: "http://169.254.169.254/" }).end();
    });
    const answer = await read(fetch(request("/", { host: "a" })));
    expect(answer.status).toBe(302);
    expect(answer.header("location")).toBe("http://169.254.169.254/");
    expect(count).toBe(1);
  });

  it("streams", async () => {
    let sendTheRest = (): void => {};
    const fetch = await origin((_, out) => {
      out.write("first");
      sendTheRest = () => out.end("second");
    });
    const { body } = await fetch(request("/", { host: "a" }));
    const chunks: string[] = [];
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      chunks.push(Buffer.from(chunk).toString());
      if (chunks.length === 1) sendTheRest();
    }
    expect(chunks).toEqual(["first", "second"]);
  });

  it("ends in an error when the origin dies in the middle", async () => {
    const fetch = await rawOrigin((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart");
      setTimeout(() => socket.destroy(), 20);
    });
    const answer = await fetch(request("/", { host: "a" }));
    expect(answer.status).toBe(200);
    await expect(readBody(answer.body)).rejects.toMatchObject({ reason: "protocol" });
  });

  it("ends in an error when the connection breaks that alone would tell its end", async () => {
    let breakOff = (): void => {};
    const fetch = await rawOrigin((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\npart");
      breakOff = () => socket.resetAndDestroy();
    });
    const { body } = await fetch(request("/", { host: "a" }));
    const read = async (): Promise<void> => {
      for await (const _ of body as AsyncIterable<Uint8Array>) breakOff();
    };
    await expect(read()).rejects.toMatchObject({ reason: "protocol" });
  });

  it("ends in an error when the origin stops in the middle", async () => {
    const fetch = await rawOrigin(
      (socket) => socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart"),
      { readTimeoutSeconds: 0.1 },
    );
    const answer = await fetch(request("/", { host: "a" }));
    await expect(readBody(answer.body)).rejects.toMatchObject({ reason: "response-timeout" });
  });

  it.each([
    ["HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    ["HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["not http at all\r\n\r\n"],
    [""],
  ])("is refused when it is %j", async (text) => {
    const fetch = await rawOrigin((socket) => socket.end(text));
    await expect(fetch(request("/", { host: "a" }))).rejects.toMatchObject({ reason: "protocol" });
  });
});
