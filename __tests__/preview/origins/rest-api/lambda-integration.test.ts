import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const api = emulate(
  restApi([
    { path: "/{proxy+}", method: "ANY" },
    {
      path: "/slow",
      method: "GET",
      integration: { uri: invokeArn("slow"), timeout_milliseconds: 100 },
    },
    { path: "/python", method: "GET", integration: { uri: invokeArn("python") } },
    { path: "/missing", method: "GET", integration: { uri: invokeArn("missing") } },
    {
      path: "/variable",
      method: "GET",
      integration: { uri: invokeArn(["$", "{stageVariables.fn}"].join("")) },
    },
  ]),
);
const binary = emulate(
  restApi([{ path: "/{proxy+}", method: "ANY" }], {
    api: { binary_media_types: ["image/png", "application/*"] },
  }),
);
const ask = (target: string, options: Parameters<typeof request>[1] = {}, of = api) =>
  read(of.fetch(request(target, { host: API_HOST, ...options })));
const returning = (
  result: unknown,
  headers: readonly (readonly [string, string])[] = [],
  of = api,
) => ask("/prod/x", { method: "POST", body: `return:${JSON.stringify(result)}`, headers }, of);

describe("what a function returns", () => {
  it("becomes the response, with a JSON type by default", async () => {
    const answer = await returning({
      statusCode: 201,
      body: "made",
      headers: { "X-A": "1", "X-N": 2, "X-B": true },
    });
    expect(answer).toMatchObject({ status: 201, text: "made" });
    expect(answer.header("content-type")).toBe("application/json");
    expect([answer.header("x-a"), answer.header("x-n"), answer.header("x-b")]).toEqual([
      "1",
      "2",
      "true",
    ]);
    expect(answer.header("content-length")).toBe("4");
    expect(answer.header("x-amzn-trace-id")).toMatch(/^Root=/);
  });

  it("merges multiValueHeaders over headers", async () => {
    const answer = await returning({
      statusCode: 200,
      headers: { "Set-Cookie": "lost=1", "X-A": "1" },
      multiValueHeaders: { "set-cookie": ["a=1; Path=/", "b=2, c"] },
    });
    expect(answer.values("set-cookie")).toEqual(["a=1; Path=/", "b=2, c"]);
    expect(answer.header("x-a")).toBe("1");
  });

  it.each([
    "Authorization",
    "Connection",
    "Content-MD5",
    "Date",
    "Max-Forwards",
    "Server",
    "User-Agent",
    "WWW-Authenticate",
  ])("has its %s remapped", async (name) => {
    const answer = await returning({ statusCode: 200, headers: { [name]: "mine" } });
    expect(answer.header(`x-amzn-Remapped-${name}`)).toBe("mine");
    expect(answer.header(name)).not.toBe("mine");
  });

  it.each([
    ["nothing", null],
    ["a text", "hello"],
    ["no status", { body: "x" }],
    ["a body that is no text", { statusCode: 200, body: { a: 1 } }],
    ["a status that is none", { statusCode: "abc" }],
    ["a list", [1]],
    ["headers that are none", { statusCode: 200, headers: "x" }],
    ["nested headers", { statusCode: 200, headers: { a: { b: 1 } } }],
    ["a line break in a header", { statusCode: 200, headers: { a: "b\r\nc: d" } }],
  ])("is 502 Internal server error when it is %s", async (_, result) => {
    const answer = await returning(result);
    expect(answer).toMatchObject({
      status: 502,
      text: '{"message":"Internal server error"}',
    });
    expect(answer.header("x-amzn-errortype")).toBe("InternalServerErrorException");
  });

  it("may have its status as text", async () => {
    expect((await returning({ statusCode: "404" })).status).toBe(404);
  });

  const PNG = {
    statusCode: 200,
    body: "/wA=",
    isBase64Encoded: true,
    headers: { "Content-Type": "image/png" },
  };
  it("is decoded when the client's first accepted type is binary for the API", async () => {
    expect(
      (await returning(PNG, [["Accept", "image/png,*/*"]], binary)).header("content-length"),
    ).toBe("2");
    expect((await returning(PNG, [["Accept", "text/html,image/png"]], binary)).text).toBe("/wA=");
    expect((await returning(PNG, [["Accept", "image/png"]])).text).toBe("/wA=");
  });
});

describe("a function that fails", () => {
  it("is 502 when it throws", async () => {
    expect(await ask("/prod/x", { method: "POST", body: "throw:" })).toMatchObject({
      status: 502,
      text: '{"message":"Internal server error"}',
    });
  });

  it("is 504 Endpoint request timed out after the integration's timeout", async () => {
    expect(await ask("/prod/slow")).toMatchObject({
      status: 504,
      text: '{"message":"Endpoint request timed out"}',
    });
  });

  it("is 502 with a clear log when its runtime does not run here", async () => {
    expect((await ask("/prod/python")).status).toBe(502);
    expect(api.logs.some(({ text }) => text.includes('runtime "python3.13"'))).toBe(true);
  });

  it("may be named by a stage variable", async () => {
    expect((await ask("/prod/variable")).status).toBe(200);
  });

  it("is 500 when it does not exist", async () => {
    expect(await ask("/prod/missing")).toMatchObject({
      status: 500,
      text: '{"message":"Internal server error"}',
    });
  });

  it("is 500 when its permissions name another API or another action", async () => {
    const permission = (source_arn: string, action: string) => ({
      aws_lambda_permission: {
        p: { function_name: "echo", principal: "apigateway.amazonaws.com", action, source_arn },
      },
    });
    const endpoints = [{ path: "/users/{id}", method: "GET" }];
    const status = async (arn: string, action = "lambda:InvokeFunction") => {
      const api = emulate(restApi(endpoints, { more: permission(arn, action) }));
      return (await ask("/prod/users/7", {}, api)).status;
    };
    const every = "arn:aws:execute-api:eu-west-1:123456789012:abc123/*/*";
    expect(await status(every)).toBe(200);
    expect(await status(every, "lambda:InvokeFunctionUrl")).toBe(500);
    expect(await status("arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/users/*")).toBe(
      200,
    );
    expect(await status("arn:aws:execute-api:eu-west-1:123456789012:other/*/*")).toBe(500);
  });

  it("is called without any permission in the stack, which is said once", async () => {
    const api = emulate(restApi([{ path: "/users", method: "GET" }]));
    expect((await ask("/prod/users", {}, api)).status).toBe(200);
    expect((await ask("/prod/users", {}, api)).status).toBe(200);
    expect(api.logs.filter(({ level }) => level === "error")).toEqual([
      {
        address: "aws_lambda_function.echo",
        level: "error",
        text: "no aws_lambda_permission lets apigateway.amazonaws.com call it; unless another stack does, AWS answers with an error",
      },
    ]);
  });
});
