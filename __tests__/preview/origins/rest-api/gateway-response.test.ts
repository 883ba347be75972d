import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, restApi } from "../support/rest-stack";

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
