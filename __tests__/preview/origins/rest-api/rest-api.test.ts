import { read, request } from "../support/exchange";
import { API_HOST, ask, closeHosts, emulate, endpoint, restApi } from "../support/rest-stack";

afterAll(closeHosts);

describe("a REST API", () => {
  const api = emulate(
    restApi([
      endpoint("/", "GET"),
      endpoint("/users", "GET"),
      endpoint("/users/{id}", "GET"),
      endpoint("/users/me", "GET"),
      endpoint("/files/{proxy+}"),
      endpoint("/items/fixed", "GET"),
      endpoint("/items/{proxy+}"),
      endpoint("/{proxy+}", "POST"),
    ]),
  );

  it.each([
    ["GET", "/prod", "/", null],
    ["GET", "/prod/", "/", null],
    ["GET", "/prod/users", "/users", null],
    ["GET", "/prod/users/", "/users", null],
    ["GET", "/prod/users/7", "/users/{id}", { id: "7" }],
    ["GET", "/prod/users/a%20b", "/users/{id}", { id: "a b" }],
    ["GET", "/prod/users/me", "/users/me", null],
    ["DELETE", "/prod/files/a/b/c.txt", "/files/{proxy+}", { proxy: "a/b/c.txt" }],
    ["GET", "/prod/items/other/x", "/items/{proxy+}", { proxy: "other/x" }],
    ["POST", "/prod/anything/else", "/{proxy+}", { proxy: "anything/else" }],
  ])("routes %s %s to %s", async (method, target, resource, pathParameters) => {
    const answer = await ask(api, target, { method });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ resource, pathParameters, httpMethod: method });
  });

  it.each([
    ["an unknown resource", "GET", "/prod/nothing"],
    ["an unknown method", "POST", "/prod/users"],
    ["a greedy parameter's own parent", "GET", "/prod/files"],
    ["a greedy parameter's own parent with a slash", "GET", "/prod/files/"],
    ["two parts for one parameter", "GET", "/prod/users/7/x"],
    ["what is below a sibling of a greedy parameter", "POST", "/prod/users/7/x"],
    ["what is below a fixed part", "GET", "/prod/items/fixed/x"],
    ["another case", "GET", "/prod/Users"],
  ])("answers %s with Missing Authentication Token", async (_, method, target) => {
    const answer = await ask(api, target, { method });
    expect(answer.status).toBe(403);
    expect(answer.text).toBe('{"message":"Missing Authentication Token"}');
    expect(answer.header("x-amzn-ErrorType")).toBe("MissingAuthenticationTokenException");
    expect(answer.header("content-type")).toBe("application/json");
    expect(answer.header("x-amzn-RequestId")).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.header("x-amz-apigw-id")).toMatch(/.{10}/);
  });

  it.each(["/", "/other/users", "/Prod/users"])(
    "answers the unknown stage in %s with Forbidden",
    async (target) => {
      const answer = await ask(api, target);
      expect(answer.status).toBe(403);
      expect(answer.text).toBe('{"message":"Forbidden"}');
      expect(answer.header("x-amzn-ErrorType")).toBe("ForbiddenException");
    },
  );

  it("answers an unknown Host with Forbidden", async () => {
    const answer = await read(api.fetch(request("/prod/users", { host: "d1.cloudfront.net" })));
    expect(answer).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
    expect(api.logs.some(({ text }) => text.includes("do not forward the viewer's Host"))).toBe(
      true,
    );
  });

  it("takes the method from X-HTTP-Method-Override", async () => {
    const headers = [["X-HTTP-Method-Override", "GET"]] as const;
    const answer = await ask(api, "/prod/users", { method: "POST", headers });
    expect(JSON.parse(answer.text)).toMatchObject({ httpMethod: "GET", resource: "/users" });
  });

  it("refuses more than 10 MB", async () => {
    const answer = await ask(api, "/prod/x", { method: "POST", body: Buffer.alloc(10_485_761) });
    expect(answer.status).toBe(413);
    expect(answer.header("x-amzn-ErrorType")).toBe("RequestTooLargeException");
  });

  it("refuses more than 10,240 bytes of headers, without the request line", async () => {
    const rest = 10_240 - `Host: ${API_HOST}\r\nX-Big: \r\n`.length;
    const target = `/prod/users?q=${"x".repeat(1000)}`;
    const status = async (length: number) =>
      (await ask(api, target, { headers: [["X-Big", "x".repeat(length)]] })).status;
    expect(await status(rest)).toBe(200);
    expect(await status(rest + 1)).toBe(431);
  });
});

describe("a REST API's settings", () => {
  it("may switch its default endpoint off", async () => {
    const api = emulate(
      restApi([endpoint("/users", "GET")], { api: { disable_execute_api_endpoint: true } }),
    );
    expect(await ask(api, "/prod/users")).toMatchObject({
      status: 403,
      text: '{"message":"Forbidden"}',
    });
  });

  it("may be an OpenAPI body", async () => {
    const body = JSON.stringify({
      openapi: "3.0.1",
      "x-amazon-apigateway-gateway-responses": {
        MISSING_AUTHENTICATION_TOKEN: {
          statusCode: 404,
          responseTemplates: { "application/json": '{"no":$context.error.messageString}' },
        },
      },
      paths: {
        "/users/{id}": {
          get: {
            "x-amazon-apigateway-integration": {
              type: "mock",
              requestTemplates: { "application/json": '{"statusCode": 202}' },
              responses: {
                default: {
                  statusCode: "202",
                  responseTemplates: { "application/json": '{"id":"$input.params(\'id\')"}' },
                },
              },
            },
          },
        },
      },
    });
    const api = emulate(restApi([], { api: { body } }));
    expect(await ask(api, "/prod/users/7")).toMatchObject({ status: 202, text: '{"id":"7"}' });
    expect(await ask(api, "/prod/nothing")).toMatchObject({
      status: 404,
      text: '{"no":"Missing Authentication Token"}',
    });
  });

  it("may be an OpenAPI body in YAML", async () => {
    const body = [
      'swagger: "2.0"',
      "paths:",
      "  /users/{id}:",
      "    get:",
      "      x-amazon-apigateway-integration:",
      "        type: mock",
      "        requestTemplates:",
      "          application/json: |",
      '            {"statusCode": 202}',
      "        responses:",
      "          default:",
      "            statusCode: 202",
      "            responseTemplates:",
      "              application/json: >-",
      '                {"id":"$input.params(\'id\')"}',
    ].join("\n");
    const api = emulate(restApi([], { api: { body } }));
    expect(await ask(api, "/prod/users/7")).toMatchObject({ status: 202, text: '{"id":"7"}' });
  });

  it("has a line in the log when its body cannot be read", () => {
    const { logs } = emulate(restApi([], { api: { body: "[1]" } }));
    expect(logs.map(({ text }) => text)).toContain(
      "its body is no object in JSON or YAML, so its routes are unknown here",
    );
  });

  it("may customise its errors, by type or by family", async () => {
    const more = {
      aws_api_gateway_gateway_response: {
        missing: {
          rest_api_id: "abc123",
          response_type: "MISSING_AUTHENTICATION_TOKEN",
          status_code: "404",
          response_templates: {
            "application/json":
              '{"error":"$context.error.message","type":"$context.error.responseType"}',
          },
          response_parameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" },
        },
        family: {
          rest_api_id: "abc123",
          response_type: "DEFAULT_5XX",
          response_parameters: { "gatewayresponse.header.X-Family": "'5'" },
        },
      },
    };
    const api = emulate(restApi([endpoint("/users", "POST")], { more }));
    const missing = await ask(api, "/prod/nothing");
    expect(missing).toMatchObject({
      status: 404,
      text: '{"error":"Missing Authentication Token","type":"MISSING_AUTHENTICATION_TOKEN"}',
    });
    expect(missing.header("access-control-allow-origin")).toBe("*");
    const failed = await ask(api, "/prod/users", { method: "POST", body: "throw:" });
    expect(failed.status).toBe(502);
    expect(failed.header("x-family")).toBe("5");
  });

  it.each([
    [
      { Effect: "Allow", Principal: "*", Action: "execute-api:Invoke", Resource: "execute-api:/*" },
      200,
    ],
    [
      {
        Effect: "Allow",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: "execute-api:/other/*",
      },
      403,
    ],
    [
      {
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
      },
      200,
    ],
    [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }, 403],
  ])("may have the resource policy %j: %i", async (statement, status) => {
    const policy = JSON.stringify({ Statement: [statement] });
    const api = emulate(restApi([endpoint("/users", "GET")], { api: { policy } }));
    const answer = await ask(api, "/prod/users");
    expect(answer.status).toBe(status);
    if (status === 403)
      expect(answer.text).toMatch(
        /is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:eu-west-1:\*{8}9012:abc123/,
      );
  });
});
