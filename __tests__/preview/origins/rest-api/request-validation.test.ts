import type { Block } from "../../../../synthesized/stack";
import { ask, closeHosts, emulate, endpoint, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

describe("a method of a REST API", () => {
  it("may ask for parameters", async () => {
    const config = {
      request_validator_id: "v",
      request_parameters: {
        "method.request.querystring.page": true,
        "method.request.header.X-A": false,
      },
    };
    const more = {
      aws_api_gateway_request_validator: {
        v: { id: "v", rest_api_id: "abc123", validate_request_parameters: true },
      },
    };
    const api = emulate(restApi([{ ...endpoint("/users", "GET"), config }], { more }));
    expect(await ask(api, "/prod/users")).toMatchObject({
      status: 400,
      text: '{"message":"Missing required request parameters: [page]"}',
    });
    expect((await ask(api, "/prod/users?page=1")).status).toBe(200);
  });

  const schema = {
    type: "object",
    required: ["name"],
    properties: { name: { type: "string" }, age: { $ref: "#/definitions/Age" } },
    definitions: { Age: { type: "integer", minimum: 0 } },
  };
  const validated = (models: Block) =>
    emulate(
      restApi(
        [
          {
            ...endpoint("/users", "POST"),
            config: { request_validator_id: "v", request_models: models },
          },
        ],
        {
          more: {
            aws_api_gateway_request_validator: {
              v: { id: "v", rest_api_id: "abc123", validate_request_body: "true" },
            },
            aws_api_gateway_model: {
              user: {
                rest_api_id: "abc123",
                name: "User",
                content_type: "application/json",
                schema: JSON.stringify(schema),
              },
              users: {
                rest_api_id: "abc123",
                name: "Users",
                content_type: "application/json",
                schema: JSON.stringify({
                  type: "array",
                  items: { $ref: "https://apigateway.amazonaws.com/restapis/abc123/models/User" },
                }),
              },
            },
          },
        },
      ),
    );
  const post = (api: ReturnType<typeof emulate>, body: string, type = "application/json") =>
    ask(api, "/prod/users", { method: "POST", body, headers: [["Content-Type", type]] });

  it.each([
    ['{"name":"Ann","age":7}', 200],
    ['{"age":7}', 400],
    ['{"name":"Ann","age":-1}', 400],
    ['{"name":1}', 400],
    ["[]", 400],
    ["no JSON", 400],
    ["", 400],
  ])("may ask for a body of its model: %j gets %i", async (body, status) => {
    const answer = await post(validated({ "application/json": "User" }), body);
    expect(answer.status).toBe(status);
    if (status === 200) return;
    expect(answer.text).toBe('{"message":"Invalid request body"}');
    expect(answer.header("x-amzn-errortype")).toBe("BadRequestException");
  });

  it("takes models by content type, and any body of a type without one", async () => {
    const api = validated({ "application/json": "User" });
    expect((await post(api, "[]", "application/json; charset=utf-8")).status).toBe(400);
    expect((await post(api, "[]", "text/plain")).status).toBe(200);
    expect((await post(validated({ $default: "User" }), "[]", "text/plain")).status).toBe(400);
  });

  it("follows references between models", async () => {
    const api = validated({ "application/json": "Users" });
    expect((await post(api, '[{"name":"Ann"}]')).status).toBe(200);
    expect((await post(api, '[{"name":"Ann"},{}]')).status).toBe(400);
  });

  it("may be described by an OpenAPI document", async () => {
    const integration = { type: "aws_proxy", httpMethod: "POST", uri: invokeArn("echo") };
    const document = {
      openapi: "3.0.1",
      paths: {
        "/users": {
          parameters: [{ name: "X-Tenant", in: "header", required: true }],
          post: {
            parameters: [
              { $ref: "#/components/parameters/Page" },
              { name: "size", in: "query", required: false },
            ],
            requestBody: {
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/User" } },
              },
            },
            "x-amazon-apigateway-integration": integration,
          },
          get: {
            "x-amazon-apigateway-request-validator": "none",
            "x-amazon-apigateway-integration": integration,
          },
        },
      },
      components: {
        parameters: { Page: { name: "page", in: "query", required: true } },
        schemas: { User: { type: "object", required: ["name"] } },
      },
      "x-amazon-apigateway-request-validator": "all",
      "x-amazon-apigateway-request-validators": {
        all: { validateRequestBody: true, validateRequestParameters: true },
        none: { validateRequestBody: false, validateRequestParameters: false },
      },
    };
    const api = emulate(restApi([], { api: { body: JSON.stringify(document) } }));
    const send = (target: string, body: string) =>
      ask(api, target, {
        method: "POST",
        body,
        headers: [
          ["Content-Type", "application/json"],
          ["X-Tenant", "t"],
        ],
      });
    expect((await ask(api, "/prod/users", { method: "POST" })).text).toBe(
      '{"message":"Missing required request parameters: [X-Tenant, page]"}',
    );
    expect((await send("/prod/users?page=1", "{}")).status).toBe(400);
    expect((await send("/prod/users?page=1", '{"name":"Ann"}')).status).toBe(200);
    expect((await ask(api, "/prod/users")).status).toBe(200);
  });
});
