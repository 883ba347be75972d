import type { Block } from "../../../../synthesized/stack";
import { ask, closeHosts, emulate, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const mock = {
  "x-amazon-apigateway-integration": {
    type: "mock",
    requestTemplates: { "application/json": '{"statusCode": 200}' },
    responses: { default: { statusCode: "200" } },
  },
};
const api = (document: Block, more = {}) =>
  emulate(restApi([], { api: { body: JSON.stringify({ openapi: "3.0.1", ...document }) }, more }));

describe("the OpenAPI document of a REST API", () => {
  const scheme = { type: "apiKey", name: "x-api-key", in: "header" };
  const secured = {
    security: [{ key: [] }],
    components: { securitySchemes: { key: scheme } },
    paths: {
      "/open": { get: mock, options: mock },
      "/own": { get: { security: [{ key: [] }], ...mock } },
      "/signed": { get: { "x-amazon-apigateway-auth": { type: "AWS_IAM" }, ...mock } },
    },
  };

  it("has security for each operation, and none at its root", async () => {
    const one = api(secured);
    expect((await ask(one, "/prod/open")).status).toBe(200);
    expect((await ask(one, "/prod/own")).status).toBe(403);
  });

  it("warns of operations that rely on security at its root", () => {
    expect(api(secured).hosts.warnings).toEqual([
      "aws_api_gateway_rest_api.api: API Gateway ignores the security at the root of its OpenAPI body, so that everybody may call GET /open; give each operation its own",
    ]);
    expect(api({ ...secured, security: [] }).hosts.warnings).toEqual([]);
  });

  it("may say that API keys come from the authorizer", async () => {
    const more = { aws_api_gateway_api_key: { key: { id: "k1", value: "secret-key" } } };
    const headers = [["x-api-key", "secret-key"]] as const;
    expect((await ask(api(secured, more), "/prod/own", { headers })).status).toBe(200);
    const source = { "x-amazon-apigateway-api-key-source": "AUTHORIZER" };
    const other = api({ ...secured, ...source }, more);
    expect((await ask(other, "/prod/own", { headers })).status).toBe(403);
  });

  it.each<[string, Block]>([
    [
      "at its root",
      { "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true } },
    ],
    [
      "at a server",
      {
        servers: [
          { "x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true } },
        ],
      },
    ],
  ])("may switch the default endpoint off %s", async (_, more) => {
    expect((await ask(api({ ...secured, ...more }), "/prod/open")).status).toBe(403);
  });

  it("may name a query parameter for the identity source of its authorizer", async () => {
    const authorizer = {
      type: "request",
      authorizerUri: invokeArn("authorizer"),
      authorizerResultTtlInSeconds: 60,
    };
    const one = api({
      components: {
        securitySchemes: {
          auth: {
            type: "apiKey",
            name: "token",
            in: "query",
            "x-amazon-apigateway-authorizer": authorizer,
          },
        },
      },
      paths: { "/own": { get: { security: [{ auth: [] }], ...mock } } },
    });
    expect((await ask(one, "/prod/own?token=allow")).status).toBe(200);
    const headers = [["token", "allow"]] as const;
    expect((await ask(one, "/prod/own", { headers })).status).toBe(401);
  });
});
