import { loadModule } from "../load-module";

interface Answer {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}
const { handler } = loadModule<{ handler(event: unknown): Promise<Answer> }>(
  "assets/handlers/echo/index.mjs",
);
const echo = async (event: unknown) => JSON.parse((await handler(event)).body);

const fromRestApi = {
  resource: "/cf-apigw/auth",
  path: "/cf-apigw/auth",
  httpMethod: "GET",
  headers: { Authorization: "allow", Via: "2.0 b.cloudfront.net" },
  multiValueHeaders: {
    Authorization: ["allow"],
    Via: ["1.1 a.example", "2.0 b.cloudfront.net"],
    Cookie: ["a=1; b=2"],
  },
  multiValueQueryStringParameters: { tag: ["x", "y"] },
  pathParameters: null,
  requestContext: {
    stage: "prod",
    authorizer: { principalId: "demo-user", effect: "Allow" },
    identity: { sourceIp: "203.0.113.7", apiKey: "secret-key", userArn: null },
  },
  body: null,
  isBase64Encoded: false,
};

const fromHttpApi = {
  version: "2.0",
  routeKey: "ANY /{proxy+}",
  rawPath: "/prod/things",
  rawQueryString: "tag=x&tag=y",
  cookies: ["a=1", "b=2"],
  headers: { via: "2.0 b.cloudfront.net" },
  pathParameters: { proxy: "things" },
  requestContext: {
    stage: "prod",
    http: { method: "POST", sourceIp: "203.0.113.7" },
  },
  body: Buffer.from("grüße").toString("base64"),
  isBase64Encoded: true,
};

afterEach(() => {
  delete process.env.CORS;
  delete process.env.ORIGIN_SECRET_HEADER;
});

describe("the echo handler", () => {
  it("tells what a REST API sent it", async () => {
    expect(await echo(fromRestApi)).toEqual({
      method: "GET",
      path: "/cf-apigw/auth",
      resource: "/cf-apigw/auth",
      stage: "prod",
      pathParameters: {},
      authorizer: { principalId: "demo-user", effect: "Allow" },
      identity: { sourceIp: "203.0.113.7" },
      headers: {
        authorization: "allow",
        via: "1.1 a.example, 2.0 b.cloudfront.net",
        cookie: "a=1; b=2",
      },
      query: { tag: ["x", "y"] },
      cookies: ["a=1", "b=2"],
      body: null,
    });
  });

  it("tells what an HTTP API sent it", async () => {
    expect(await echo(fromHttpApi)).toEqual({
      method: "POST",
      path: "/prod/things",
      resource: "ANY /{proxy+}",
      stage: "prod",
      pathParameters: { proxy: "things" },
      authorizer: null,
      identity: { method: "POST", sourceIp: "203.0.113.7" },
      headers: { via: "2.0 b.cloudfront.net" },
      query: { tag: ["x", "y"] },
      cookies: ["a=1", "b=2"],
      body: "grüße",
    });
  });

  it("answers JSON that nobody keeps", async () => {
    const { statusCode, headers } = await handler(fromRestApi);
    expect(statusCode).toBe(200);
    expect(headers).toEqual({
      "Content-Type": "application/json",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
  });

  it("lets other origins read the answer and its timing only when CORS is on", async () => {
    process.env.CORS = "on";
    expect((await handler(fromRestApi)).headers).toMatchObject({
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": expect.stringMatching(/^Authorization,/),
      "Access-Control-Allow-Methods": expect.stringContaining("GET"),
      "Timing-Allow-Origin": "*",
    });
    process.env.CORS = "off";
    expect(Object.keys((await handler(fromRestApi)).headers).join()).not.toMatch(/allow/i);
  });

  it("keeps the origin's secret, session tokens and API keys to itself", async () => {
    process.env.ORIGIN_SECRET_HEADER = "X-Origin-Verify";
    const text = await echo({
      ...fromHttpApi,
      headers: {
        "x-origin-verify": "s3cret",
        "x-amz-security-token": "s3cret",
        "x-api-key": "s3cret",
        accept: "*/*",
      },
      requestContext: { identity: { apiKey: "s3cret" } },
    });
    expect(JSON.stringify(text)).not.toContain("s3cret");
    expect(text.headers).toMatchObject({ "x-origin-verify": "(redacted)", accept: "*/*" });
  });

  it("answers an event that has next to nothing in it", async () => {
    expect(await echo({})).toMatchObject({ headers: {}, query: {}, cookies: [], body: null });
  });
});
