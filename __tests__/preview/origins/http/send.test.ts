import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { Canceller } from "../../../../preview/cancellation";
import { readBody } from "../../../../preview/messages";
import { type HttpOriginSettings, httpOrigin } from "../../../../preview/origins/http-origin";
import { request } from "../support/exchange";
import { closeServers, listen } from "../support/listen";
import { settings } from "../support/origin-settings";

afterAll(closeServers);

async function origin(listener: RequestListener, changes: Partial<HttpOriginSettings> = {}) {
  const port = await listen(createHttpServer(listener));
  return httpOrigin({ origin: settings(changes), url: `http://127.0.0.1:${port}` });
}

describe("an origin that cannot be reached", () => {
  it("is refused after all attempts", async () => {
    const fetch = httpOrigin({ origin: settings(), url: "http://127.0.0.1:1" });
    await expect(fetch(request("/", { host: "a" }))).rejects.toMatchObject({ reason: "refused" });
  });

  it("is not found when its name is not", async () => {
    const fetch = httpOrigin({ origin: settings(), url: "http://does-not-exist.invalid" });
    await expect(fetch(request("/", { host: "a" }))).rejects.toMatchObject({ reason: "dns" });
  });

  it("says how to name it when nobody said where it runs", async () => {
    const fetch = httpOrigin({ origin: settings() });
    await expect(fetch(request("/", { host: "a" }))).rejects.toMatchObject({
      reason: "dns",
      message: expect.stringContaining("--origin backend=URL"),
    });
  });

  it.each([
    "169.254.169.254",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "0.0.0.0",
    "[::ffff:169.254.169.254]",
  ])("may not be %s", async (host) => {
    const fetch = httpOrigin({ origin: settings(), url: `http://${host}` });
    await expect(fetch(request("/", { host: "a" }))).rejects.toMatchObject({ reason: "dns" });
  });

  it.each(["ftp://x", "127.0.0.1:3000", "http://x/path", "http://u:p@x", "http://x/?q"])(
    "may not be written as %s",
    (url) => {
      expect(() => httpOrigin({ origin: settings(), url })).toThrow(/must be like/);
    },
  );
});

it("an origin that changes the protocol unasked gives no valid response", async () => {
  const server = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () =>
      socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"),
    );
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  const fetch = httpOrigin({ origin: settings(), url });
  await expect(fetch(request("/", { host: "a" }))).rejects.toMatchObject({
    reason: "protocol",
    message: expect.stringContaining("closed without a response"),
  });
});

describe("an origin that does not answer in time", () => {
  it.each([
    ["GET", 3],
    ["HEAD", 3],
    ["POST", 1],
    ["OPTIONS", 1],
    ["DELETE", 1],
  ])("gets %s %i times", async (method, times) => {
    let count = 0;
    const fetch = await origin(
      () => {
        count += 1;
      },
      { readTimeoutSeconds: 0.05 },
    );
    await expect(fetch(request("/", { method, host: "a" }))).rejects.toMatchObject({
      reason: "response-timeout",
    });
    expect(count).toBe(times);
  });

  it("counts as a connection timeout when TLS never comes about", async () => {
    const port = await listen(createTcpServer((socket) => void socket.on("error", () => {})));
    const fetch = httpOrigin({
      origin: settings({ connectionTimeoutSeconds: 0.05, connectionAttempts: 2 }),
      url: `https://127.0.0.1:${port}`,
    });
    const start = performance.now();
    await expect(fetch(request("/", { host: "a" }))).rejects.toMatchObject({
      reason: "connect-timeout",
    });
    expect(performance.now() - start).toBeGreaterThanOrEqual(95);
  });

  it("is given up when nobody waits for the answer any more", async () => {
    const canceller = new Canceller();
    const fetch = await origin(() => canceller.cancel());
    const asked = fetch(request("/", { host: "a" }), canceller);
    await expect(asked).rejects.toThrow("was given up");
  });

  it("is not asked when nobody waits any more before it is", async () => {
    let count = 0;
    const fetch = await origin((_, out) => {
      count += 1;
      out.end();
    });
    const canceller = new Canceller();
    canceller.cancel();
    const asked = fetch(request("/", { host: "a" }), canceller);
    await expect(asked).rejects.toThrow("was given up");
    await fetch(request("/", { host: "a" }));
    expect(count).toBe(1);
  });

  it("ends at the response completion timeout", async () => {
    const fetch = await origin((_, out) => {
      const timer = setInterval(() => out.write("x"), 20);
      out.on("close", () => clearInterval(timer));
    });
    const deadline = performance.now() + 150;
    const { body } = await fetch(request("/", { host: "a" }), undefined, deadline);
    await expect(readBody(body)).rejects.toMatchObject({ reason: "response-timeout" });
  });
});

describe("an origin that says 100 Continue", () => {
  it.each([
    [1, { status: 200 }],
    [2, { reason: "protocol" }],
  ])("%s times before its response gives %j", async (times, outcome) => {
    const fetch = await origin((_, out) => {
      for (let left = times; left > 0; left -= 1) out.writeContinue();
      out.end("ok");
    });
    const got = await fetch(request("/", { host: "a" })).catch((failure: unknown) => failure);
    expect(got).toMatchObject(outcome);
  });
});

describe("an idle connection that the origin closes as the next request comes", () => {
  /** Answers the first request of the first connection, and closes that at the second one. */
  async function forgetful() {
    const received: string[] = [];
    const isFull = (text: string): boolean => text.endsWith("\r\n\r\n") || text.endsWith("body");
    const server = createTcpServer((socket) => {
      let requests = 0;
      let text = "";
      socket.on("error", () => {});
      socket.on("data", (data) => {
        text += data.toString("latin1");
        if (!isFull(text)) return;
        requests += 1;
        received.push(text.slice(0, text.indexOf(" ")));
        text = "";
        if (requests > 1) socket.resetAndDestroy();
        else socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
      });
    });
    const fetch = httpOrigin({
      origin: settings({ connectionAttempts: 1 }),
      url: `http://127.0.0.1:${await listen(server)}`,
    });
    await fetch(request("/", { host: "a" }));
    return { fetch, received };
  }

  it.each(["GET", "HEAD", "PUT", "DELETE"])(
    "is no failure of a %s: it is sent again",
    async (method) => {
      const { fetch, received } = await forgetful();
      const body = method === "PUT" ? "body" : "";
      expect((await fetch(request("/", { method, host: "a", body }))).status).toBe(200);
      expect(received).toEqual(["GET", method, method]);
    },
  );

  it.each(["POST", "PATCH"])("is a failure of a %s, which may have been done", async (method) => {
    const { fetch, received } = await forgetful();
    const asked = fetch(request("/", { method, host: "a", body: "body" }));
    await expect(asked).rejects.toMatchObject({ reason: "protocol" });
    expect(received).toEqual(["GET", method]);
  });
});
