import { ask, closeHosts, emulate, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

describe("a mapping", () => {
  it("knows what the authorizer found out, and the rest of the request's context", async () => {
    const api = emulate(
      restApi(
        [
          {
            path: "/x",
            method: "GET",
            config: { authorization: "CUSTOM", authorizer_id: "auth1" },
            integration: { type: "MOCK", request_templates: {} },
            responses: [
              {
                status_code: "200",
                response_parameters: {
                  "method.response.header.x-who": "context.authorizer.principalId",
                },
                response_templates: {
                  "application/json":
                    "$context.authorizer.isAdmin $context.accountId $context.protocol [$context.identity.caller]",
                },
              },
            ],
          },
        ],
        {
          more: {
            aws_api_gateway_authorizer: {
              auth: {
                id: "auth1",
                rest_api_id: "abc123",
                authorizer_uri: invokeArn("authorizer"),
                type: "TOKEN",
              },
            },
          },
        },
      ),
    );
    const answer = await ask(api, "/prod/x", { headers: [["Authorization", "allow"]] });
    expect(answer.header("x-who")).toBe("user");
    expect(answer.text).toBe("true 123456789012 HTTP/1.1 []");
  });
});

describe("the passthrough behavior", () => {
  it.each([
    ["application/json", "WHEN_NO_MATCH", 200, "mapped"],
    ["application/xml", "WHEN_NO_MATCH", 200, "passed"],
    ["application/xml", "WHEN_NO_TEMPLATES", 415, undefined],
    ["application/xml", "NEVER", 415, undefined],
    [undefined, "NEVER", 200, "mapped"],
  ])(
    "answers a body of type %s with a template for JSON and %s: %i",
    async (type, passthrough_behavior, status, how) => {
      const integration = {
        type: "AWS",
        passthrough_behavior,
        request_templates: { "application/json": '{"how":"mapped"}' },
      };
      const responses = [{ status_code: "200" }];
      const api = emulate(restApi([{ path: "/x", method: "POST", integration, responses }]));
      const answer = await ask(api, "/prod/x", {
        method: "POST",
        body: '{"how":"passed"}',
        headers: type === undefined ? [] : [["Content-Type", type]],
      });
      expect(answer.status).toBe(status);
      if (how !== undefined) expect(JSON.parse(JSON.parse(answer.text).body).how).toBe(how);
      else expect(answer.text).toBe('{"message":"Unsupported Media Type"}');
    },
  );

  it("passes any body on without templates, unless that is never wanted", async () => {
    const responses = [{ status_code: "200" }];
    const answerOf = (passthrough_behavior: string) => {
      const integration = { type: "AWS", passthrough_behavior };
      const api = emulate(restApi([{ path: "/x", method: "POST", integration, responses }]));
      return ask(api, "/prod/x", { method: "POST", body: "{}" });
    };
    expect((await answerOf("WHEN_NO_TEMPLATES")).status).toBe(200);
    expect((await answerOf("NEVER")).status).toBe(415);
  });
});
