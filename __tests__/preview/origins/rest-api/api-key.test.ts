import { folderWith } from "../support/exchange";
import { ask, closeHosts, emulate, endpoint, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

/** A function that is its own authorizer and gives the caller an API key. */
const keyed = (usageIdentifierKey: string) => `
  const policyDocument = { Statement: [{ Action: "*", Effect: "Allow", Resource: "*" }] };
  export const handler = async ({ type }) =>
    type === "TOKEN"
      ? { principalId: "p", policyDocument, usageIdentifierKey: "${usageIdentifierKey}" }
      : { statusCode: 200 };`;

describe("a method of a REST API", () => {
  it("may ask for an API key", async () => {
    const more = { aws_api_gateway_api_key: { key: { id: "k1", value: "secret-key" } } };
    const api = emulate(
      restApi([{ ...endpoint("/users", "GET"), config: { api_key_required: true } }], { more }),
    );
    expect(await ask(api, "/prod/users")).toMatchObject({
      status: 403,
      text: '{"message":"Forbidden"}',
    });
    const headers = [["x-api-key", "secret-key"]] as const;
    const answer = await ask(api, "/prod/users", { headers });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).requestContext.identity).toMatchObject({
      apiKey: "secret-key",
      apiKeyId: "k1",
    });
  });

  it("shows no API key to a method that asks for none", async () => {
    const api = emulate(restApi([endpoint("/users", "GET")]));
    const headers = [["x-api-key", "secret-key"]] as const;
    const { identity } = JSON.parse(
      (await ask(api, "/prod/users", { headers })).text,
    ).requestContext;
    expect(identity).not.toHaveProperty("apiKey");
  });

  it("may take the API key from its authorizer", async () => {
    const authorizer = {
      id: "auth",
      rest_api_id: "abc123",
      authorizer_uri: invokeArn("echo"),
      type: "TOKEN",
    };
    const more = {
      aws_api_gateway_api_key: { key: { id: "k1", value: "secret-key" } },
      aws_api_gateway_authorizer: { auth: authorizer },
    };
    const config = { authorization: "CUSTOM", authorizer_id: "auth", api_key_required: true };
    const api = (key: string) =>
      emulate(
        {
          ...restApi([{ ...endpoint("/users", "GET"), config }], {
            api: { api_key_source: "AUTHORIZER" },
            more,
          }),
          aws_lambda_function: {
            echo: {
              function_name: "echo",
              runtime: "nodejs22.x",
              handler: "index.handler",
              filename: "keyed",
            },
          },
        },
        { stackFolder: folderWith({ "keyed/index.mjs": keyed(key) }) },
      );
    const headers = [
      ["Authorization", "t"],
      ["x-api-key", "secret-key"],
    ] as const;
    expect((await ask(api("secret-key"), "/prod/users", { headers })).status).toBe(200);
    expect((await ask(api("other"), "/prod/users", { headers })).status).toBe(403);
  });
});
