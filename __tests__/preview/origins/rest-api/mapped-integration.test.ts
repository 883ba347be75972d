import { createServer } from "node:http";
import type { Block } from "../../../../synthesized/stack";
import { closeServers, listen } from "../support/listen";
import { ask, closeHosts, emulate, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);
afterAll(closeServers);

describe("a MOCK integration", () => {
  const mock = {
    type: "MOCK",
    uri: null,
    request_templates: { "application/json": '{"statusCode": 200}' },
  };
  const cors = {
    status_code: "200",
    response_parameters: {
      "method.response.header.Access-Control-Allow-Origin": "'*'",
      "method.response.header.Access-Control-Allow-Methods": "'GET,OPTIONS'",
      "method.response.header.Access-Control-Allow-Headers": "'Authorization,Content-Type'",
    },
  };
  const api = emulate(
    restApi([
      { path: "/users", method: "OPTIONS", integration: mock, responses: [cors] },
      {
        path: "/status/{n}",
        method: "GET",
        integration: {
          ...mock,
          request_templates: { "application/json": '{"statusCode": $input.params("n")}' },
        },
        responses: [
          {
            status_code: "200",
            response_templates: {
              "application/json": '{"stage":"$context.stage","table":"$stageVariables.table"}',
            },
          },
          {
            status_code: "404",
            selection_pattern: "4\\d{2}",
            response_templates: { "application/json": '{"gone":true}' },
          },
        ],
      },
      { path: "/empty", method: "GET", integration: { ...mock, request_templates: {} } },
      { path: "/unmapped", method: "GET", integration: mock },
      {
        path: "/default",
        method: "GET",
        integration: { ...mock, request_templates: {} },
        responses: [
          { status_code: "500", selection_pattern: "5\\d{2}" },
          { status_code: "202", response_templates: { "application/json": '{"ok":true}' } },
        ],
      },
      {
        path: "/wrong",
        method: "GET",
        integration: { ...mock, request_templates: { "application/json": "{}" } },
        responses: [{ status_code: "200" }],
      },
    ]),
  );

  it("answers a preflight", async () => {
    const headers = [
      ["Origin", "https://a.example"],
      ["Access-Control-Request-Method", "GET"],
    ] as const;
    const answer = await ask(api, "/prod/users", { method: "OPTIONS", headers });
    expect(answer).toMatchObject({ status: 200, text: "" });
    expect(answer.header("access-control-allow-origin")).toBe("*");
    expect(answer.header("access-control-allow-methods")).toBe("GET,OPTIONS");
    expect(answer.header("access-control-allow-headers")).toBe("Authorization,Content-Type");
  });

  it("selects its response by the template's status", async () => {
    expect(await ask(api, "/prod/status/200")).toMatchObject({
      status: 200,
      text: '{"stage":"prod","table":"t"}',
    });
    expect(await ask(api, "/prod/status/418")).toMatchObject({
      status: 404,
      text: '{"gone":true}',
    });
  });

  it("may choose its response by the request, as AWS's example does", async () => {
    const template = `{
      #if( $input.params('scope') == "internal" )
        "statusCode": 200
      #else
        "statusCode": 500
      #end
    }`;
    const integration = { ...mock, request_templates: { "application/json": template } };
    const responses: Block[] = [
      { status_code: "200", response_templates: { "application/json": "ok" } },
      { status_code: "500", selection_pattern: "5\\d{2}" },
    ];
    const chosen = emulate(restApi([{ path: "/x", method: "GET", integration, responses }]));
    expect((await ask(chosen, "/prod/x?scope=internal")).status).toBe(200);
    expect((await ask(chosen, "/prod/x?scope=public")).status).toBe(500);
  });

  it("hands what its request template set to its response template", async () => {
    const integration = {
      ...mock,
      request_templates: {
        "application/json":
          '#set($context.requestOverride.path.body = $input.body)\n{"statusCode": 200}',
      },
    };
    const responses: Block[] = [
      {
        status_code: "200",
        response_templates: { "application/json": "$context.requestOverride.path.body" },
      },
    ];
    const echo = emulate(restApi([{ path: "/x", method: "POST", integration, responses }]));
    const options = { method: "POST", body: '{"a":1}' };
    expect((await ask(echo, "/prod/x", options)).text).toBe('{"a":1}');
  });

  it("gives its default response without a request template", async () => {
    expect(await ask(api, "/prod/default")).toMatchObject({ status: 202, text: '{"ok":true}' });
  });

  it.each(["/prod/empty", "/prod/unmapped", "/prod/wrong"])(
    "is 500 without the templates or responses it needs: %s",
    async (target) => {
      expect((await ask(api, target)).status).toBe(500);
    },
  );
});

describe("a Lambda function behind mapping templates", () => {
  it("gets the template's event; its errors select the response", async () => {
    const integration = {
      type: "AWS",
      uri: invokeArn("echo"),
      request_templates: { "application/json": '{"body": "$input.params(\'how\')"}' },
    };
    const responses: Block[] = [
      { status_code: "200", response_templates: { "application/json": "$input.json('$.body')" } },
      {
        status_code: "409",
        selection_pattern: "no.*",
      },
    ];
    const api = emulate(restApi([{ path: "/x", method: "GET", integration, responses }]));
    expect(JSON.parse(JSON.parse((await ask(api, "/prod/x?how=fine")).text))).toEqual({
      body: "fine",
    });
    expect(await ask(api, "/prod/x?how=throw:")).toMatchObject({
      status: 409,
      text: '{"errorType":"Error","errorMessage":"no"}',
    });
  });

  it("is 500 with a clear log when a template is none", async () => {
    const integration = {
      type: "AWS",
      request_templates: { "application/json": "#if(" },
    };
    const api = emulate(
      restApi([{ path: "/x", method: "GET", integration, responses: [{ status_code: "200" }] }]),
    );
    expect((await ask(api, "/prod/x")).status).toBe(500);
    expect(api.logs.at(-1)?.text).toContain("Velocity");
  });
});

describe("an HTTP_PROXY integration", () => {
  const integration = {
    type: "HTTP_PROXY",
    integration_http_method: "ANY",
    uri: "http://users.example.com/v1/{proxy}?fixed=1",
    request_parameters: {
      "integration.request.path.proxy": "method.request.path.proxy",
      "integration.request.header.X-Static": "'yes'",
    },
  };
  const endpoints = [{ path: "/users/{proxy+}", method: "ANY", integration }];

  it("reaches the host that was allowed, with that Host", async () => {
    const port = await listen(
      createServer((incoming, out) => {
        out.writeHead(201, { Server: "mine" });
        out.end(
          JSON.stringify([
            incoming.method,
            incoming.url,
            incoming.headers.host,
            incoming.headers["x-static"],
          ]),
        );
      }),
    );
    const api = emulate(restApi(endpoints), {
      upstreams: { "users.example.com": `http://127.0.0.1:${port}` },
    });
    const answer = await ask(api, "/prod/users/a%20b/c?q=1", { method: "PUT", body: "x" });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toEqual([
      "PUT",
      "/v1/a%20b/c?fixed=1&q=1",
      "users.example.com",
      "yes",
    ]);
    expect(answer.header("x-amzn-Remapped-Server")).toBe("mine");
  });

  it("reaches no other host, and says how to allow it", async () => {
    const api = emulate(restApi(endpoints));
    expect((await ask(api, "/prod/users/1")).status).toBe(504);
    expect(api.logs[0]?.text).toContain("users.example.com");
  });

  it("is 504 when the host does not answer", async () => {
    const api = emulate(restApi(endpoints), {
      upstreams: { "users.example.com": "http://127.0.0.1:1" },
    });
    expect((await ask(api, "/prod/users/1")).status).toBe(504);
  });
});
