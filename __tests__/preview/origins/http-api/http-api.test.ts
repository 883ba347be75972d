import { read, request } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { API_HOST, closeHosts, emulate, invokeArn } from "../support/rest-stack";

afterAll(closeHosts);

type Options = Parameters<typeof request>[1];
const ask = (api: ReturnType<typeof emulate>, target: string, options: Options = {}) =>
  read(api.fetch(request(target, { host: API_HOST, ...options })));

describe("an HTTP API", () => {
  const keys = [
    "GET /pets/dog/1",
    "GET /pets/dog/{id}",
    "GET /pets/{proxy+}",
    "ANY /{proxy+}",
    "POST /pets/dog/{id}",
  ];
  const api = emulate(httpApi([...keys, "$default"].map((key) => ({ key }))));
  const closed = emulate(httpApi([{ key: "GET /pets" }]));

  it.each([
    ["GET", "/pets/dog/1", "GET /pets/dog/1", undefined],
    ["GET", "/pets/dog/2", "GET /pets/dog/{id}", { id: "2" }],
    ["POST", "/pets/dog/1", "POST /pets/dog/{id}", { id: "1" }],
    ["GET", "/pets/cat/1", "GET /pets/{proxy+}", { proxy: "cat/1" }],
    ["POST", "/test/5", "ANY /{proxy+}", { proxy: "test/5" }],
    ["GET", "/", "$default", undefined],
  ])("routes %s %s to %s", async (method, target, routeKey, pathParameters) => {
    const event = JSON.parse((await ask(api, target, { method })).text);
    expect(event.routeKey).toBe(routeKey);
    expect(event.pathParameters).toEqual(pathParameters);
  });

  it.each([
    ["GET", "/nothing"],
    ["POST", "/pets"],
    ["GET", "/pets/"],
  ])("answers %s %s, which has no route, with Not Found", async (method, target) => {
    const answer = await ask(closed, target, { method });
    expect(answer).toMatchObject({ status: 404, text: '{"message":"Not Found"}' });
    expect(answer.header("content-type")).toBe("application/json");
    expect(answer.header("apigw-requestid")).toMatch(/.{10}/);
  });

  it("takes the stage from the path, else the default one", async () => {
    expect(JSON.parse((await ask(api, "/dev/pets/dog/2")).text)).toMatchObject({
      rawPath: "/dev/pets/dog/2",
      stageVariables: { table: "t" },
      requestContext: { stage: "dev", routeKey: "GET /pets/dog/{id}" },
    });
    expect(JSON.parse((await ask(api, "/pets/dog/2")).text)).toMatchObject({
      rawPath: "/pets/dog/2",
      requestContext: { stage: "$default" },
    });
  });

  it("is Not Found in a stage that does not exist when there is no default stage", async () => {
    const more = { aws_apigatewayv2_stage: { dev: { api_id: "abc123", name: "dev" } } };
    const named = emulate(httpApi([{ key: "$default" }], { more }));
    expect(await ask(named, "/prod/x")).toMatchObject({
      status: 404,
      text: '{"message":"Not Found"}',
    });
  });

  it("may be made of a target alone", async () => {
    const quick = emulate({
      aws_apigatewayv2_api: {
        api: { id: "abc123", protocol_type: "HTTP", target: invokeArn("echo") },
      },
    });
    expect(JSON.parse((await ask(quick, "/x")).text)).toMatchObject({
      routeKey: "$default",
      version: "2.0",
    });
  });

  it("answers an unknown Host with Forbidden, a disabled endpoint with Not Found", async () => {
    expect((await read(api.fetch(request("/", { host: "d1.cloudfront.net" })))).status).toBe(403);
    const off = emulate(
      httpApi([{ key: "$default" }], { api: { disable_execute_api_endpoint: true } }),
    );
    expect(await ask(off, "/")).toMatchObject({ status: 404, text: '{"message":"Not Found"}' });
  });

  it("refuses more than 10,240 bytes of request line and header values", async () => {
    const rest = 10_240 - `GET /pets?q= HTTP/1.1${API_HOST}x`.length;
    const status = async (length: number) => {
      const headers = [["X-Any", "x"]] as const;
      return (await ask(closed, `/pets?q=${"x".repeat(length)}`, { headers })).status;
    };
    expect(await status(rest)).toBe(200);
    expect(await status(rest + 1)).toBe(431);
  });

  it("has a mapping's part in the path of format 1.0, and not in rawPath", async () => {
    const more = {
      aws_apigatewayv2_domain_name: {
        d: {
          domain_name: "api.example.com",
          domain_name_configuration: [
            { target_domain_name: "d-1.execute-api.eu-west-1.amazonaws.com" },
          ],
        },
      },
      aws_apigatewayv2_api_mapping: {
        m: {
          domain_name: "api.example.com",
          api_id: "abc123",
          stage: "dev",
          api_mapping_key: "v1",
        },
      },
    };
    const eventOf = async (payload_format_version: string) => {
      const route = { key: "$default", integration: { payload_format_version } };
      const mapped = emulate(httpApi([route], { more }));
      const fetch = mapped.hosts.fetchFor("d-1.execute-api.eu-west-1.amazonaws.com");
      const answer = await fetch?.(request("/v1/pets", { host: "api.example.com" }));
      if (answer === undefined) throw new Error("no answer");
      return JSON.parse((await read(answer)).text);
    };
    expect(await eventOf("1.0")).toMatchObject({
      path: "/v1/pets",
      requestContext: { path: "/v1/pets" },
    });
    expect(await eventOf("2.0")).toMatchObject({
      rawPath: "/pets",
      requestContext: { stage: "dev", domainName: "api.example.com" },
    });
  });
});
