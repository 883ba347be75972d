import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const api = emulate(restApi([{ path: "/{proxy+}", method: "ANY" }]));
const binary = emulate(
  restApi([{ path: "/{proxy+}", method: "ANY" }], { api: { binary_media_types: ["image/png"] } }),
);
const ask = (target: string, options: Parameters<typeof request>[1] = {}, of = api) =>
  read(of.fetch(request(target, { host: API_HOST, ...options })));

describe("the event of a Lambda proxy integration", () => {
  it("has exactly the fields of payload format 1.0", async () => {
    const answer = await ask("/prod/a/b?x=1&x=2&y=a%20b&z=1,2&empty", {
      headers: [
        ["X-One", "1"],
        ["x-one", "2"],
        ["Accept", "a,b"],
        ["Cookie", "s=1"],
        ["User-Agent", "test"],
      ],
    });
    const event = JSON.parse(answer.text);
    expect(Object.keys(event).sort()).toEqual([
      "body",
      "headers",
      "httpMethod",
      "isBase64Encoded",
      "multiValueHeaders",
      "multiValueQueryStringParameters",
      "path",
      "pathParameters",
      "queryStringParameters",
      "requestContext",
      "resource",
      "stageVariables",
    ]);
    expect(event).toMatchObject({
      resource: "/{proxy+}",
      path: "/a/b",
      httpMethod: "GET",
      headers: {
        "X-One": "2",
        Accept: "a,b",
        Cookie: "s=1",
        Host: API_HOST,
        "X-Forwarded-For": "203.0.113.7",
        "X-Forwarded-Port": "443",
        "X-Forwarded-Proto": "https",
      },
      multiValueHeaders: { "X-One": ["1", "2"], Accept: ["a,b"] },
      queryStringParameters: { x: "2", y: "a b", z: "1,2", empty: "" },
      multiValueQueryStringParameters: { x: ["1", "2"], y: ["a b"], z: ["1,2"], empty: [""] },
      pathParameters: { proxy: "a/b" },
      stageVariables: { table: "t", fn: "echo" },
      body: null,
      isBase64Encoded: false,
      requestContext: {
        accountId: "123456789012",
        apiId: "abc123",
        stage: "prod",
        path: "/prod/a/b",
        resourcePath: "/{proxy+}",
        httpMethod: "GET",
        protocol: "HTTP/1.1",
        domainName: API_HOST,
        domainPrefix: "abc123",
        deploymentId: "dep1",
        identity: { sourceIp: "203.0.113.7", userAgent: "test", accessKey: null, userArn: null },
      },
    });
    expect(event.requestContext.requestId).toBe(answer.header("x-amzn-requestid"));
    expect(event.requestContext.extendedRequestId).toBe(answer.header("x-amz-apigw-id"));
    expect(event.headers["X-Amzn-Trace-Id"]).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/);
    expect(event.requestContext.requestTime).toMatch(
      /^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/,
    );
  });

  it("has null where nothing was sent", async () => {
    expect(JSON.parse((await ask("/prod/a")).text)).toMatchObject({
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      body: null,
    });
  });

  it("has a text body as it is, and a binary one in base64", async () => {
    const body = Buffer.from([0xff, 0x00]);
    const headers = [["Content-Type", "image/png"]] as const;
    expect(JSON.parse((await ask("/prod/a", { method: "POST", body: "text" })).text)).toMatchObject(
      { body: "text", isBase64Encoded: false },
    );
    expect(
      JSON.parse((await ask("/prod/a", { method: "POST", body, headers }, binary)).text),
    ).toMatchObject({ body: "/wA=", isBase64Encoded: true });
  });

  it("keeps Authorization, which nobody has used", async () => {
    const headers = [["Authorization", "Bearer x"]] as const;
    expect(JSON.parse((await ask("/prod/a", { headers })).text).headers.Authorization).toBe(
      "Bearer x",
    );
  });
});
