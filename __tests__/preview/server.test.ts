import { get as httpGet } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { request as httpsRequest } from "node:https";
import { connect as connectTls } from "node:tls";
import { type Preview, startPreview } from "../../preview/server";
import { type Backend, startBackend } from "./support/backend";
import { siteStack } from "./support/site-stack";

let backend: Backend;
let preview: Preview;

beforeAll(async () => {
  backend = await startBackend();
  preview = await startPreview(
    { stack: siteStack({ aliases: ["app.example.com"] }) },
    { port: 0, httpsPort: 0, origins: { backend: backend.url } },
  );
});

afterAll(async () => {
  await preview.close();
  await backend.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request over HTTPS with HTTP/1.1. */
function ask(url: string, options: object = {}, body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      url,
      { rejectUnauthorized: false, agent: false, ...options },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
        response.on("error", reject);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** A request over HTTP/2. */
function askHttp2(path: string, headers: object = {}, body = ""): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const session = connectHttp2(preview.urls.https, { rejectUnauthorized: false });
    session.on("error", reject);
    const stream = session.request({ ":path": path, ...headers }, { endStream: body === "" });
    let text = "";
    let answer: Answer = { status: 0, headers: {}, body: "" };
    stream.on("response", (fields) => {
      answer = { status: Number(fields[":status"]), headers: { ...fields } as never, body: "" };
    });
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    stream.on("error", reject);
    stream.on("end", () => {
      session.close();
      resolve({ ...answer, body: text });
    });
    if (body !== "") stream.end(body);
  });
}

const xCache = ({ headers }: Answer) => headers["x-cache"];

describe("the server", () => {
  it("speaks HTTP/1.1 and HTTP/2, as the viewer chooses", async () => {
    const one = await ask(`${preview.urls.https}/`);
    expect(one).toMatchObject({ status: 200, body: "<h1>site</h1>" });
    const two = await askHttp2("/");
    expect(two).toMatchObject({ status: 200, body: "<h1>site</h1>" });
    expect(xCache(two)).toBe("Hit from cloudfront");
    expect(two.headers.via).toMatch(/^2\.0 /);
  });

  it("refuses TLS below 1.2 (V11)", async () => {
    const socket = connectTls({
      port: Number(new URL(preview.urls.https).port),
      host: "127.0.0.1",
      rejectUnauthorized: false,
      maxVersion: "TLSv1.1",
      minVersion: "TLSv1",
      ciphers: "DEFAULT@SECLEVEL=0",
    });
    await expect(
      new Promise((resolve, reject) => {
        socket.on("secureConnect", () => resolve(socket.getProtocol()));
        socket.on("error", reject);
      }),
    ).rejects.toThrow();
  });

  it("redirects HTTP to its own HTTPS port", async () => {
    const location = await new Promise((resolve) => {
      httpGet(`${preview.urls.http}/deep?a=1`, { agent: false }, (response) => {
        response.resume();
        resolve(response.headers.location);
      });
    });
    expect(location).toBe(`${preview.urls.https}/deep?a=1`);
  });

  it("keeps repeated headers apart, over both versions", async () => {
    expect((await ask(`${preview.urls.https}/backend/cookies`)).headers["set-cookie"]).toEqual([
      "a=1",
      "b=2",
    ]);
    expect((await askHttp2("/backend/cookies")).headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  });

  it("gives HTTP/2 viewers what may be there once only, but was there twice, as one", async () => {
    const { status, headers } = await askHttp2("/backend/doubled");
    expect(status).toBe(200);
    expect(headers["x-content-type-options"]).toBe("a, b");
    expect(headers["content-language"]).toBe("a, b");
    expect(headers["x-other"]).toBe("a, b");
  });

  it("passes the bytes of a header on, over both versions", async () => {
    const one = await ask(`${preview.urls.https}/backend/doubled`);
    const two = await askHttp2("/backend/doubled");
    for (const { headers } of [one, two]) {
      const value = Buffer.from(String(headers["content-disposition"]), "latin1");
      expect(value.toString("utf8")).toBe("filename=é");
    }
  });

  it("passes bodies and raw paths on", async () => {
    const options = { method: "POST", path: "/backend/a%2Fb//c?x=%20" };
    const { body } = await ask(preview.urls.https, options, "12345");
    expect(body).toBe("POST /backend/a%2Fb//c?x=%20 5");
    expect((await askHttp2("/backend/a", { ":method": "PUT" }, "123")).body).toBe(
      "PUT /backend/a 3",
    );
  });

  it("passes a stream on as it comes", async () => {
    expect((await ask(`${preview.urls.https}/backend/slow-stream`)).body).toBe("first second");
    expect((await askHttp2("/backend/slow-stream")).body).toBe("first second");
  });

  it("answers HEAD without a body", async () => {
    const { status, headers, body } = await ask(`${preview.urls.https}/`, { method: "HEAD" });
    expect({ status, length: headers["content-length"], body }).toEqual({
      status: 200,
      length: "13",
      body: "",
    });
  });

  it("serves an alias by its Host", async () => {
    const headers = { Host: "app.example.com" };
    expect((await ask(`${preview.urls.https}/`, { headers })).status).toBe(200);
  });

  it("serves the API at an address of its own, to other origins too", async () => {
    const [api] = preview.live.current.apis;
    const response = await fetch(`${api?.url}/prod/api/open`, {
      headers: { Origin: preview.urls.https },
    });
    expect([response.status, await response.json()]).toEqual([200, { route: "open" }]);
    expect(response.headers.get("x-cache")).toBeNull();
  });

  it("lets a changed stack take over without closing a port", async () => {
    const ports = { ...preview.urls, api: preview.live.current.apis[0]?.url };
    const slow = ask(`${preview.urls.https}/backend/slow-stream`);
    await preview.reload({
      stack: siteStack({ aliases: ["app.example.com"], page: "<h1>new</h1>" }),
    });
    expect((await ask(`${preview.urls.https}/`)).body).toBe("<h1>new</h1>");
    expect((await slow).body).toBe("first second");
    expect({ ...preview.urls, api: preview.live.current.apis[0]?.url }).toEqual(ports);
    await expect(preview.reload({ stack: {} })).rejects.toThrow(/no aws_cloudfront_distribution/);
    expect((await ask(`${preview.urls.https}/`)).body).toBe("<h1>new</h1>");
  });
});

it("a stack that is ready only after the preview has ended leaves no port open", async () => {
  const ending = await startPreview({ stack: siteStack() }, { port: 0, httpsPort: 0 });
  const api = { http: { id: "late", protocol_type: "HTTP" } };
  const late = ending.reload({ stack: siteStack({ resource: { aws_apigatewayv2_api: api } }) });
  const refused = expect(late).rejects.toThrow("the preview has ended");
  await ending.close();
  await refused;
});

describe("--delay", () => {
  it("adds a round trip to viewer requests and to direct API requests", async () => {
    const slow = await startPreview({ stack: siteStack() }, { port: 0, httpsPort: 0, delay: 150 });
    try {
      const started = performance.now();
      await ask(`${slow.urls.https}/`);
      const between = performance.now();
      expect(between - started).toBeGreaterThanOrEqual(148);
      await fetch(`${slow.live.current.apis[0]?.url}/prod/api/open`);
      expect(performance.now() - between).toBeGreaterThanOrEqual(148);
    } finally {
      await slow.close();
    }
  });
});

describe("ports", () => {
  it("that were asked for and are taken are an error, not another port", async () => {
    const port = Number(new URL(preview.urls.http).port);
    await expect(startPreview({ stack: siteStack() }, { port, httpsPort: 0 })).rejects.toThrow(
      `port ${port} is taken; name another one, or none to let one be chosen`,
    );
  });
});
