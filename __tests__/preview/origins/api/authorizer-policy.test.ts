import type { Block } from "../../../../synthesized/stack";
import { folderWith } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { ask, closeHosts, emulate, endpoint, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

const HANDLER = `const context = { text: "a", list: ["x", "y"], map: { a: "b" } };
const policyDocument = { Statement: [{ Action: "*", Effect: "Allow", Resource: "*" }] };
const policy = { principalId: "p", policyDocument, context };
export const handler = async (event) =>
  event.type === "REQUEST" ? policy : { statusCode: 200, body: JSON.stringify(event) };`;

const options = () => ({ stackFolder: folderWith({ "echo/index.mjs": HANDLER }) });
const headers = [["Authorization", "x"]] as const;
const authorizer: Block = { id: "auth1", authorizer_uri: invokeArn("echo") };

it("gives functions of an HTTP API lists and maps of a context", async () => {
  const config = { authorization_type: "CUSTOM", authorizer_id: "auth1" };
  const auth = {
    ...authorizer,
    api_id: "abc123",
    authorizer_type: "REQUEST",
    identity_sources: ["$request.header.Authorization"],
    authorizer_payload_format_version: "2.0",
  };
  const more = { aws_apigatewayv2_authorizer: { auth } };
  const api = emulate(httpApi([{ key: "GET /users", config }], { more }), options());
  const answer = await ask(api, "/users", { headers });
  expect(JSON.parse(answer.text).requestContext.authorizer.lambda).toEqual({
    text: "a",
    list: ["x", "y"],
    map: { a: "b" },
  });
});

it("is an error in a REST API, whose contexts have texts, numbers and booleans only", async () => {
  const config = { authorization: "CUSTOM", authorizer_id: "auth1" };
  const auth = { ...authorizer, rest_api_id: "abc123", type: "REQUEST" };
  const more = { aws_api_gateway_authorizer: { auth } };
  const api = emulate(restApi([{ ...endpoint("/users", "GET"), config }], { more }), options());
  expect((await ask(api, "/prod/users", { headers })).status).toBe(500);
  expect(api.logs.at(-1)?.text).toContain("a context of texts, numbers and booleans");
});
