import { read, request } from "../support/exchange";
import { API_HOST, ask, closeHosts, emulate, endpoint, restApi } from "../support/rest-stack";

afterAll(closeHosts);

it("fills a gateway response from the request, whatever the case of its headers", async () => {
  const more = {
    aws_api_gateway_gateway_response: {
      missing: {
        rest_api_id: "abc123",
        response_type: "MISSING_AUTHENTICATION_TOKEN",
        status_code: "404",
        response_parameters: {
          "gatewayresponse.header.x-origin": "method.request.header.origin",
          "gatewayresponse.header.x-page": "method.request.querystring.page",
          "gatewayresponse.header.x-none": "method.request.header.none",
          "gatewayresponse.header.x-account": "context.accountId",
        },
        response_templates: {
          "application/json":
            '{"why":$context.error.messageString,"ip":"$context.identity.sourceIp","table":"$stageVariables.table"}',
        },
      },
    },
  };
  const api = emulate(restApi([], { more }));
  const headers = [["Origin", "https://a.example"]] as const;
  const answer = await read(api.fetch(request("/prod/none?page=2", { host: API_HOST, headers })));
  expect(answer.status).toBe(404);
  expect(answer.header("x-origin")).toBe("https://a.example");
  expect(answer.header("x-page")).toBe("2");
  expect(answer.header("x-account")).toBe("123456789012");
  expect(answer.header("x-none")).toBeUndefined();
  expect(JSON.parse(answer.text)).toEqual({
    why: "Missing Authentication Token",
    ip: expect.stringMatching(/^[\d.]+$/),
    table: "t",
  });
});

const forEach4xx = (response_parameters: Record<string, string>) => ({
  aws_api_gateway_gateway_response: {
    any: { rest_api_id: "abc123", response_type: "DEFAULT_4XX", response_parameters },
  },
});

it("fills a gateway response from the path of the resource that refused", async () => {
  const more = forEach4xx({
    "gatewayresponse.header.x-id": "method.request.path.id",
    "gatewayresponse.header.x-resource": "context.resourcePath",
  });
  const config = { api_key_required: true };
  const api = emulate(restApi([{ ...endpoint("/users/{id}"), config }], { more }));
  const answer = await ask(api, "/prod/users/7");
  expect(answer.status).toBe(403);
  expect(answer.header("x-id")).toBe("7");
  expect(answer.header("x-resource")).toBe("/users/{id}");
});

it("customises every error but that of a body that is too large", async () => {
  const more = forEach4xx({ "gatewayresponse.header.access-control-allow-origin": "'*'" });
  const api = emulate(restApi([endpoint("/users")], { more }));
  expect((await ask(api, "/prod/none")).header("access-control-allow-origin")).toBe("*");
  const body = Buffer.alloc(10_485_761);
  const answer = await ask(api, "/prod/users", { method: "POST", body });
  expect(answer.status).toBe(413);
  expect(answer.header("access-control-allow-origin")).toBeUndefined();
});
