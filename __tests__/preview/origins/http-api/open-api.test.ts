import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { API_HOST, closeHosts, emulate, invokeArn } from "../support/rest-stack";

afterAll(closeHosts);

const integration = {
  "x-amazon-apigateway-integration": {
    type: "AWS_PROXY",
    payloadFormatVersion: "2.0",
    uri: invokeArn("echo"),
  },
};
const scheme = (authorizer: Block) => ({ "x-amazon-apigateway-authorizer": authorizer });

/** An HTTP API of an OpenAPI document, whose path item a list of operations makes. */
function api(paths: Block, more: Block = {}) {
  const document = {
    openapi: "3.0.1",
    paths,
    components: {
      securitySchemes: {
        jwt: scheme({
          type: "jwt",
          jwtConfiguration: { issuer: "https://issuer.example.com", audience: ["app"] },
          identitySource: "$request.header.Authorization",
        }),
        simple: scheme({
          type: "request",
          authorizerUri: invokeArn("authorizer"),
          authorizerPayloadFormatVersion: "1.0",
          identitySource: "$request.header.Authorization, $request.querystring.t",
          authorizerResultTtlInSeconds: 0,
        }),
      },
    },
    ...more,
  };
  return emulate(httpApi([], { api: { body: JSON.stringify(document) } }));
}
type Options = Parameters<typeof request>[1];
const ask = (one: ReturnType<typeof emulate>, target: string, options: Options = {}) =>
  read(one.fetch(request(target, { host: API_HOST, ...options })));

describe("the OpenAPI document of an HTTP API", () => {
  it("has routes, a default one among them", async () => {
    const one = api({
      "/users/{id}": { get: integration },
      "/$default": { "x-amazon-apigateway-any-method": { isDefaultRoute: true, ...integration } },
    });
    expect(JSON.parse((await ask(one, "/users/7")).text).routeKey).toBe("GET /users/{id}");
    expect(JSON.parse((await ask(one, "/else")).text).routeKey).toBe("$default");
  });

  it("shares integrations among its operations", async () => {
    const shared = { $ref: "#/components/x-amazon-apigateway-integrations/echo" };
    const one = api(
      { "/users": { get: { "x-amazon-apigateway-integration": shared } } },
      {
        components: {
          "x-amazon-apigateway-integrations": {
            echo: integration["x-amazon-apigateway-integration"],
          },
        },
      },
    );
    expect(JSON.parse((await ask(one, "/users")).text).routeKey).toBe("GET /users");
  });

  it("asks for tokens of its JWT authorizer", async () => {
    const one = api({ "/users": { get: { security: [{ jwt: ["read"] }], ...integration } } });
    const answer = await ask(one, "/users");
    expect(answer.status).toBe(401);
    expect(answer.header("www-authenticate")).toBe("Bearer");
  });

  it("asks its Lambda authorizer, also for every operation at once", async () => {
    const paths = { "/users": { get: integration, post: { security: [], ...integration } } };
    const one = api(paths, { security: [{ simple: [] }] });
    const headers = [["Authorization", "allow"]] as const;
    expect((await ask(one, "/users", { headers })).status).toBe(401);
    expect((await ask(one, "/users?t=1", { headers })).status).toBe(200);
    const denied = [["Authorization", "deny"]] as const;
    expect((await ask(one, "/users?t=1", { headers: denied })).status).toBe(403);
    expect((await ask(one, "/users", { method: "POST" })).status).toBe(200);
  });

  it("may ask for a signature", async () => {
    const auth = { "x-amazon-apigateway-auth": { type: "AWS_IAM" } };
    const one = api({ "/users": { get: { ...auth, ...integration } } });
    expect((await ask(one, "/users")).status).toBe(403);
  });

  it("may configure CORS", async () => {
    const cors = {
      allowOrigins: ["https://app.example.com"],
      allowMethods: ["GET"],
      allowHeaders: ["x-a"],
      exposeHeaders: ["x-b"],
      maxAge: 60,
      allowCredentials: true,
    };
    const one = api({ "/users": { get: integration } }, { "x-amazon-apigateway-cors": cors });
    const headers = [
      ["Origin", "https://app.example.com"],
      ["Access-Control-Request-Method", "GET"],
    ] as const;
    const preflight = await ask(one, "/users", { method: "OPTIONS", headers });
    expect(preflight.status).toBe(204);
    expect(preflight.header("access-control-allow-origin")).toBe("https://app.example.com");
    expect(preflight.header("access-control-max-age")).toBe("60");
    expect(preflight.header("access-control-allow-headers")).toBe("x-a");
  });

  it("may be YAML", async () => {
    const body = [
      "openapi: 3.0.1",
      "paths:",
      "  /users/{id}:",
      "    get:",
      "      responses:",
      "        200: { description: One user }",
      "      x-amazon-apigateway-integration:",
      "        type: aws_proxy",
      '        payloadFormatVersion: "2.0"',
      `        uri: ${invokeArn("echo")}`,
    ].join("\n");
    const one = emulate(httpApi([], { api: { body } }));
    expect(JSON.parse((await ask(one, "/users/7")).text).routeKey).toBe("GET /users/{id}");
  });

  it("is told in the log when it cannot be read", () => {
    expect(emulate(httpApi([], { api: { body: "a text" } })).logs).toContainEqual({
      address: "aws_apigatewayv2_api.api",
      level: "error",
      text: "its body is no object in JSON or YAML, so its routes are unknown here",
    });
    expect(emulate(httpApi([])).logs).toEqual([]);
  });
});
