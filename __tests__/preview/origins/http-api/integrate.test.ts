import { createServer } from "node:http";
import { read, request } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { closeServers, listen } from "../support/listen";
import { API_HOST, closeHosts, emulate, invokeArn } from "../support/rest-stack";

afterAll(closeHosts);
afterAll(closeServers);

type Options = Parameters<typeof request>[1];
const ask = (api: ReturnType<typeof emulate>, target: string, options: Options = {}) =>
  read(api.fetch(request(target, { host: API_HOST, ...options })));

describe("payload format 2.0", () => {
  const api = emulate(httpApi([{ key: "$default" }]));

  it("joins repeated values, lowers names and lists cookies", async () => {
    const answer = await ask(api, "/a%20b?x=1&x=2&y=%20", {
      method: "POST",
      body: '{"a":1}',
      headers: [
        ["X-One", "1"],
        ["x-one", "2"],
        ["Cookie", "a=1; b=2"],
        ["Content-Type", "application/json"],
        ["User-Agent", "test"],
      ],
    });
    const event = JSON.parse(answer.text);
    expect(event).toMatchObject({
      version: "2.0",
      rawPath: "/a%20b",
      rawQueryString: "x=1&x=2&y=%20",
      cookies: ["a=1", "b=2"],
      headers: { "x-one": "1,2", host: API_HOST, "x-forwarded-proto": "https" },
      queryStringParameters: { x: "1,2", y: " " },
      body: '{"a":1}',
      isBase64Encoded: false,
      requestContext: {
        accountId: "123456789012",
        apiId: "abc123",
        http: {
          method: "POST",
          path: "/a%20b",
          protocol: "HTTP/1.1",
          sourceIp: "203.0.113.7",
          userAgent: "test",
        },
      },
    });
    expect(event.headers).not.toHaveProperty("cookie");
  });

  it("has a body that is no text in base64", async () => {
    expect(JSON.parse((await ask(api, "/", { method: "POST", body: "x" })).text)).toMatchObject({
      body: "eA==",
      isBase64Encoded: true,
    });
  });

  const returning = (result: unknown) =>
    ask(api, "/", {
      method: "POST",
      body: `return:${JSON.stringify(result)}`,
      headers: [["Content-Type", "text/plain"]],
    });

  it.each([
    [{ hello: 1 }, 200, '{"hello":1}', "application/json"],
    ["text", 200, "text", "application/json"],
    [{ statusCode: 201, body: "made" }, 201, "made", "text/plain;charset=UTF-8"],
    [
      { statusCode: 200, body: "eA==", isBase64Encoded: true, headers: { "Content-Type": "x/y" } },
      200,
      "x",
      "x/y",
    ],
  ])("turns %j into %i", async (result, status, text, type) => {
    const answer = await returning(result);
    expect(answer).toMatchObject({ status, text });
    expect(answer.header("content-type")).toBe(type);
  });

  it("sets each of its cookies", async () => {
    expect(
      (await returning({ statusCode: 200, cookies: ["a=1", "b=2; Path=/"] })).values("set-cookie"),
    ).toEqual(["a=1", "b=2; Path=/"]);
  });

  it.each([
    { statusCode: "x" },
    { statusCode: 200, body: { a: 1 } },
    { statusCode: 200, cookies: "a" },
  ])("refuses %j with 500", async (result) => {
    expect(await returning(result)).toMatchObject({
      status: 500,
      text: '{"message":"Internal Server Error"}',
    });
  });

  it("answers a function's error with 500, a late one with 503", async () => {
    expect(
      (
        await ask(api, "/", {
          method: "POST",
          body: "throw:",
          headers: [["Content-Type", "text/plain"]],
        })
      ).status,
    ).toBe(500);
    const slow = emulate(
      httpApi([
        {
          key: "$default",
          integration: { integration_uri: invokeArn("slow"), timeout_milliseconds: 100 },
        },
      ]),
    );
    expect(await ask(slow, "/")).toMatchObject({
      status: 503,
      text: '{"message":"Service Unavailable"}',
    });
  });
});

it("also speaks payload format 1.0", async () => {
  const api = emulate(
    httpApi([{ key: "GET /users/{id}", integration: { payload_format_version: "1.0" } }]),
  );
  const event = JSON.parse((await ask(api, "/users/7?x=1&x=2", { headers: [["X-A", "1"]] })).text);
  expect(event).toMatchObject({
    version: "1.0",
    resource: "/users/{id}",
    path: "/users/7",
    httpMethod: "GET",
    headers: { "x-a": "1", "x-forwarded-proto": "https" },
    multiValueHeaders: { "x-a": ["1"] },
    queryStringParameters: { x: "2" },
    multiValueQueryStringParameters: { x: ["1", "2"] },
    pathParameters: { id: "7" },
    stageVariables: null,
    body: null,
  });
});

it("passes on to an HTTP endpoint that was allowed, with Forwarded and mapped parameters", async () => {
  const port = await listen(
    createServer((incoming, out) => out.end(JSON.stringify([incoming.url, incoming.headers]))),
  );
  const integration = {
    integration_type: "HTTP_PROXY",
    integration_method: "ANY",
    integration_uri: "https://users.example.com/v1/{proxy}",
    request_parameters: {
      "append:header.x-tenant": "$request.querystring.t",
      "remove:header.x-gone": "''",
    },
  };
  const api = emulate(httpApi([{ key: "ANY /u/{proxy+}", integration }]), {
    upstreams: { "users.example.com": `http://127.0.0.1:${port}` },
  });
  const [url, headers] = JSON.parse(
    (await ask(api, "/u/a/b?t=1", { headers: [["X-Gone", "1"]] })).text,
  );
  expect(url).toBe("/v1/a/b?t=1");
  expect(headers).toMatchObject({
    host: "users.example.com",
    "x-tenant": "1",
    forwarded: `for=203.0.113.7;host=${API_HOST};proto=https`,
  });
  expect(headers).not.toHaveProperty("x-gone");
  expect(headers).not.toHaveProperty("x-forwarded-for");
  const closed = emulate(httpApi([{ key: "ANY /u/{proxy+}", integration }]));
  expect((await ask(closed, "/u/a")).status).toBe(503);
});

describe("a private integration", () => {
  const LISTENER =
    "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/Shop/1a2b/3c4d";
  const endpoint = (request_parameters = {}) => ({
    key: "ANY /{proxy+}",
    integration: {
      integration_type: "HTTP_PROXY",
      integration_method: "ANY",
      integration_uri: LISTENER,
      connection_type: "VPC_LINK",
      request_parameters,
    },
  });

  it("reaches what runs behind its ARN with the whole path, unless that is mapped", async () => {
    const port = await listen(createServer((incoming, out) => out.end(incoming.url)));
    const upstreams = { [LISTENER]: `http://127.0.0.1:${port}` };
    const api = emulate(httpApi([endpoint()]), { upstreams });
    expect((await ask(api, "/dev/users/a%20b?q=1")).text).toBe("/dev/users/a%20b?q=1");
    const mapping = { "overwrite:path": "$request.path" };
    const mapped = emulate(httpApi([endpoint(mapping)]), { upstreams });
    expect((await ask(mapped, "/dev/users/1")).text).toBe("/users/1");
  });

  it("says how to name what runs behind its ARN", async () => {
    const api = emulate(httpApi([endpoint()]));
    expect((await ask(api, "/users")).status).toBe(503);
    expect(api.logs[0]?.text).toContain(`--origin ${LISTENER}=URL`);
  });
});

it("refuses an action of an AWS service by its name", async () => {
  const integration = { integration_subtype: "SQS-SendMessage", integration_uri: null };
  const api = emulate(httpApi([{ key: "POST /queue", integration }]));
  expect((await ask(api, "/queue", { method: "POST" })).status).toBe(500);
  expect(api.logs[0]?.text).toContain("SQS-SendMessage");
});
