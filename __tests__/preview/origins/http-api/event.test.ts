import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { API_HOST, closeHosts, emulate, invokeArn } from "../support/rest-stack";
import { tokenSigner } from "../support/tokens";

afterAll(closeHosts);

const NOW = 1_800_000_000_000;
const ISSUER = "https://issuer.example.com";
const { keys, sign } = tokenSigner();
const token = (claims: object = {}) =>
  sign({ iss: ISSUER, aud: "app", exp: NOW / 1000 + 60, ...claims });
const options = { now: () => NOW, jwtKeys: { [ISSUER]: keys } };
const jwt = {
  authorizer_type: "JWT",
  identity_sources: ["$request.header.Authorization"],
  jwt_configuration: [{ issuer: ISSUER, audience: ["app"] }],
};
const ask = (api: ReturnType<typeof emulate>, authorization?: string) =>
  read(
    api.fetch(
      request("/users", {
        host: API_HOST,
        headers: authorization === undefined ? [] : [["Authorization", authorization]],
      }),
    ),
  );

describe("payload format 1.0", () => {
  const routeFor = (config: Block) => ({ integration: { payload_format_version: "1.0" }, config });
  const answerOf = async (authorizer: Block, config: Block, authorization?: string) => {
    const api = emulate(
      httpApi([{ key: "GET /users", ...routeFor({ authorizer_id: "auth1", ...config }) }], {
        more: {
          aws_apigatewayv2_authorizer: { a: { api_id: "abc123", id: "auth1", ...authorizer } },
        },
      }),
      options,
    );
    return JSON.parse((await ask(api, authorization)).text).requestContext;
  };

  it("has a token's claims and scopes directly in the authorizer", async () => {
    const context = await answerOf(jwt, { authorization_type: "JWT" }, `Bearer ${token()}`);
    expect(context.authorizer).toEqual({
      claims: expect.objectContaining({ aud: "app" }),
      scopes: null,
    });
  });

  it("has a function's context directly in the authorizer", async () => {
    const policy = {
      authorizer_type: "REQUEST",
      authorizer_uri: invokeArn("authorizer"),
      identity_sources: ["$request.header.Authorization"],
      authorizer_payload_format_version: "1.0",
    };
    const context = await answerOf(policy, { authorization_type: "CUSTOM" }, "allow");
    expect(context.authorizer).toMatchObject({ isAdmin: true });
    expect(JSON.parse(context.authorizer.event).requestContext.authorizer).toBeUndefined();
  });

  it("is what parameter mappings know as the context", async () => {
    const mappings = {
      "overwrite:header.x-sub": "$context.authorizer.claims.sub",
      "overwrite:header.x-from": "$context.accountId $context.routeKey",
    };
    const integration = { response_parameters: [{ status_code: 200, mappings }] };
    const config = { authorizer_id: "auth1", authorization_type: "JWT" };
    const api = emulate(
      httpApi([{ key: "GET /users", integration, config }], {
        more: { aws_apigatewayv2_authorizer: { a: { api_id: "abc123", id: "auth1", ...jwt } } },
      }),
      options,
    );
    const answer = await ask(api, `Bearer ${token({ sub: "u1" })}`);
    expect(answer.header("x-sub")).toBe("u1");
    expect(answer.header("x-from")).toBe("123456789012 GET /users");
  });

  it("has empty claims and identities when nobody is known", async () => {
    const context = await answerOf({}, { authorization_type: "NONE" });
    expect(context.authorizer).toEqual({ claims: null, scopes: null });
    expect(context.resourcePath).toBe("/users");
    expect(context.identity).toMatchObject({ accessKey: null, userArn: null });
  });
});
