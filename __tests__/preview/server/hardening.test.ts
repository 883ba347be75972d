import { connect } from "node:net";
import { networkInterfaces as interfacesOf } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { type Preview, startPreview } from "../../../preview/server";
import { type Backend, startBackend } from "../support/backend";
import { siteStack } from "../support/site-stack";
import { sendRaw, statusOf } from "../support/viewer";

let backend: Backend;
let preview: Preview;
let port: number;
const errors: unknown[] = [];

beforeAll(async () => {
  backend = await startBackend();
  preview = await startPreview(
    { stack: siteStack({ aliases: ["app.example.com"] }) },
    {
      port: 0,
      httpsPort: 0,
      origins: { backend: backend.url },
      allowedOrigins: ["http://localhost:3000"],
      onError: (error) => errors.push(error),
    },
  );
  port = Number(new URL(preview.urls.http).port);
});

afterAll(async () => {
  await preview.close();
  await backend.close();
});

afterEach(() => expect(errors.splice(0)).toEqual([]));

const host = () => `Host: localhost:${port}\r\n`;
const head = (line: string, fields = "") => `${line} HTTP/1.1\r\n${host()}${fields}\r\n`;
const statusFor = async (bytes: string) => statusOf(await sendRaw(port, bytes));

describe("addresses (V1)", () => {
  it("are 127.0.0.1 only: no other address of this machine answers", async () => {
    const all = [...networkInterfaces(), "127.0.0.2", "::1"];
    const ports = [preview.urls.http, preview.urls.https, preview.live.current.apis[0]?.url ?? ""];
    for (const one of ports.map((url) => Number(new URL(url).port))) {
      expect(await answers("127.0.0.1", one)).toBe(true);
      for (const address of all)
        expect([address, await answers(address, one)]).toEqual([address, false]);
    }
  });
});

function networkInterfaces(): string[] {
  return Object.values(interfacesOf())
    .flatMap((list) => list ?? [])
    .filter(({ address, scopeid }) => address !== "127.0.0.1" && !scopeid)
    .map(({ address }) => address);
}

function answers(host: string, at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: at });
    const done = (result: boolean) => (): void => {
      socket.destroy();
      resolve(result);
    };
    socket.on("connect", done(true));
    socket.on("error", done(false));
  });
}

describe("hosts and origins (V2, V3)", () => {
  it.each([
    ["evil.example", 403],
    ["169.254.169.254", 403],
    ["app.example.com", 200],
  ])("a request for %s gets %d, from the edge as on CloudFront", async (name, status) => {
    const answer = await sendRaw(port, `GET /backend/x HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toMatch(/x-cache: (Error|Miss) from cloudfront/i);
  });

  it("two hosts, no host and another port are refused", async () => {
    expect(await statusFor(`GET / HTTP/1.1\r\n${host()}Host: evil.example\r\n\r\n`)).toBe(400);
    expect(await statusFor("GET / HTTP/1.1\r\n\r\n")).toBe(400);
    expect(await statusFor("GET / HTTP/1.0\r\n\r\n")).toBe(400);
    expect(await statusFor("GET / HTTP/1.1\r\nHost: localhost:1\r\n\r\n")).toBe(421);
  });

  it("the same holds for an upgrade", async () => {
    const upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    const bytes = `GET /backend/x HTTP/1.1\r\nHost: evil.example\r\n${upgrade}\r\n`;
    expect(await statusFor(bytes)).toBe(403);
  });

  it.each(["https://evil.example", "null", "http://localhost:4000"])(
    "a POST from a page of %s is refused, without a header that lets it read why",
    async (origin) => {
      const answer = await sendRaw(
        port,
        head("POST /backend/x", `Origin: ${origin}\r\nContent-Length: 0\r\n`),
      );
      expect(statusOf(answer)).toBe(403);
      expect(answer).toContain(`--allow-origin ${origin}`);
      expect(answer).toContain("Cross-Origin-Resource-Policy: same-origin");
      expect(answer).not.toMatch(/access-control/i);
    },
  );

  it("a POST from an allowed page passes", async () => {
    const fields = "Origin: http://localhost:3000\r\nContent-Length: 0\r\n";
    expect(await statusFor(head("POST /backend/x", fields))).toBe(200);
  });

  it("the API's own port has local names only", async () => {
    const apiPort = Number(new URL(preview.live.current.apis[0]?.url ?? "").port);
    const answer = await sendRaw(
      apiPort,
      `GET /prod/api/open HTTP/1.1\r\nHost: app.example.com:${apiPort}\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(421);
  });
});

describe("request targets (V4, V5)", () => {
  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "//evil.example/x",
    "/\\evil.example/x",
    "/backend/x#y",
    "*",
  ])("%s is refused and reaches no origin", async (target) => {
    const before = backend.asked.length;
    expect(await statusFor(head(`GET ${target}`))).toBe(400);
    expect(backend.asked).toHaveLength(before);
  });

  it("OPTIONS * and CONNECT are refused", async () => {
    expect(await statusFor(head("OPTIONS *"))).toBe(400);
    expect(await statusFor("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n")).toBe(
      0,
    );
  });

  it("a URL in the query string is data", async () => {
    expect(await statusFor(head("GET /backend/x?url=http://169.254.169.254/"))).toBe(200);
    expect(backend.asked.at(-1)).toBe("GET /backend/x?url=http://169.254.169.254/");
  });
});

describe("limits (V7)", () => {
  it("a URL of more than 8,192 bytes is 414, headers of more than 32,768 are 494", async () => {
    const long = (bytes: number) => "a".repeat(bytes);
    expect(await statusFor(head(`GET /backend/${long(8000)}`))).toBe(200);
    expect(await statusFor(head(`GET /backend/${long(8200)}`))).toBe(414);
    expect(await statusFor(head("GET /backend/x", `X-A: ${long(33_000)}\r\n`))).toBe(494);
    expect(await statusFor(head("GET /backend/x", `X-A: ${long(100_000)}\r\n`))).toBe(494);
    expect([414, 494]).toContain(await statusFor(head(`GET /backend/${long(100_000)}`)));
  });

  it("a GET with a body is 403, a body of more than 20 MB is 413", async () => {
    const before = backend.asked.length;
    expect(await statusFor(`${head("GET /backend/x", "Content-Length: 2\r\n")}{}`)).toBe(403);
    expect(await statusFor(head("POST /backend/x", "Content-Length: 20971521\r\n"))).toBe(413);
    expect(backend.asked).toHaveLength(before);
  });

  it("a chunked body is counted as it comes", async () => {
    const chunk = `100000\r\n${"a".repeat(0x100000)}\r\n`;
    const body = `${chunk.repeat(21)}0\r\n\r\n`;
    const bytes = head("POST /backend/x", "Transfer-Encoding: chunked\r\n") + body;
    expect(await statusFor(bytes)).toBe(413);
  });
});

describe("smuggling (V8)", () => {
  it.each([
    [
      "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
      "0\r\n\r\nGET /backend/b HTTP/1.1\r\n\r\n",
    ],
    ["Content-Length: 5\r\nContent-Length: 6\r\n", "12345"],
    ["Transfer-Encoding: identity, chunked\r\nTransfer-Encoding: cow\r\n", "0\r\n\r\n"],
    ["Transfer-Encoding : chunked\r\n", "0\r\n\r\n"],
    ["X-A: b\r\n folded: c\r\n", ""],
    ["X-A: b\u0000c\r\n", ""],
  ])("%j is refused", async (fields, body) => {
    const before = backend.asked.length;
    expect(await statusFor(head("POST /backend/a", fields) + body)).toBe(400);
    expect(backend.asked).toHaveLength(before);
  });
});

describe("origins that break off", () => {
  it.each(["/backend/die", "/backend/die-chunked"])("%s breaks off at the viewer", async (path) => {
    const answer = await sendRaw(port, head(`GET ${path}`));
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain("half");
    expect(answer).not.toMatch(/\r\n0\r\n\r\n$/);
    expect(await statusFor(head("GET /backend/x"))).toBe(200);
  });

  it("hear of it when the viewer breaks off", async () => {
    const socket = connect(port, "127.0.0.1", () => socket.write(head("GET /backend/endless")));
    socket.on("error", () => {});
    await new Promise((resolve) => socket.once("data", resolve));
    socket.destroy();
    while (!backend.aborted.includes("/backend/endless")) await sleep(20);
  });
});
