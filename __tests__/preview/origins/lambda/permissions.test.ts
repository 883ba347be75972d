import type { Block } from "../../../../synthesized/stack";
import { httpApi } from "../support/http-stack";
import { ask, closeHosts, emulate, endpoint, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const API = "arn:aws:execute-api:eu-west-1:123456789012:abc123";
const permissions = (...sourceArns: string[]) => ({
  aws_lambda_permission: Object.fromEntries(
    sourceArns.map((source_arn, index) => [
      `p${index}`,
      {
        function_name: "authorizer",
        principal: "apigateway.amazonaws.com",
        action: "lambda:InvokeFunction",
        source_arn,
      },
    ]),
  ),
});
const headers = [["Authorization", "allow"]] as const;

function rest(authorizer: Block, sourceArn: string) {
  const config = { authorization: "CUSTOM", authorizer_id: "auth1" };
  const auth = {
    id: "auth1",
    rest_api_id: "abc123",
    type: "TOKEN",
    authorizer_uri: invokeArn("authorizer"),
    ...authorizer,
  };
  const more = { aws_api_gateway_authorizer: { auth }, ...permissions(sourceArn) };
  return ask(emulate(restApi([{ ...endpoint("/users"), config }], { more })), "/prod/users", {
    headers,
  });
}

function http(authorizer: Block, sourceArn: string) {
  const config = { authorization_type: "CUSTOM", authorizer_id: "auth1" };
  const auth = {
    id: "auth1",
    api_id: "abc123",
    authorizer_type: "REQUEST",
    identity_sources: ["$request.header.Authorization"],
    authorizer_payload_format_version: "1.0",
    authorizer_uri: invokeArn("authorizer"),
    ...authorizer,
  };
  const more = { aws_apigatewayv2_authorizer: { auth }, ...permissions(sourceArn) };
  return ask(emulate(httpApi([{ key: "GET /users", config }], { more })), "/users", { headers });
}

describe("the function of an authorizer", () => {
  it.each<[string, Block, string, number]>([
    ["names the authorizer", {}, `${API}/authorizers/auth1`, 200],
    ["names the whole API", {}, `${API}/*`, 200],
    ["names methods only", {}, `${API}/*/GET/users`, 500],
    ["names another authorizer", {}, `${API}/authorizers/other`, 500],
    [
      "is not needed, for a role",
      { authorizer_credentials: "arn:role", authorizer_credentials_arn: "arn:role" },
      `${API}/*/GET/users`,
      200,
    ],
  ])("is called when its permission %s", async (_, authorizer, sourceArn, status) => {
    expect((await rest(authorizer, sourceArn)).status).toBe(status);
    expect((await http(authorizer, sourceArn)).status).toBe(status);
  });
});

describe("the function of an integration", () => {
  it("needs no permission when a role calls it", async () => {
    const uri = invokeArn("authorizer");
    const more = permissions(`${API}/other`);
    const one = (integration: Block) =>
      emulate(restApi([{ ...endpoint("/users"), integration: { uri, ...integration } }], { more }));
    expect((await ask(one({}), "/prod/users")).status).toBe(500);
    const called = one({ credentials: "arn:role" });
    expect((await ask(called, "/prod/users")).status).toBe(502);
    expect(called.logs.some(({ text }) => text.includes("aws_lambda_permission"))).toBe(false);
    const route = { integration_uri: uri, credentials_arn: "arn:role" };
    const viaHttp = emulate(httpApi([{ key: "GET /users", integration: route }], { more }));
    await ask(viaHttp, "/users");
    expect(viaHttp.logs.some(({ text }) => text.includes("aws_lambda_permission"))).toBe(false);
  });
});
