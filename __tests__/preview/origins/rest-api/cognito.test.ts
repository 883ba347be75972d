import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, invokeArn, restApi } from "../support/rest-stack";
import { tokenSigner } from "../support/tokens";

afterAll(closeHosts);

const NOW = 1_800_000_000_000;
const POOL = "arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc";
const ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abc";
const { keys, sign } = tokenSigner();
const tokenOf = (claims: object) => sign({ iss: ISSUER, exp: NOW / 1000 + 60, ...claims });
const options = { now: () => NOW, jwtKeys: { [ISSUER]: keys } };

function guarded(authorizer: Block = {}, method: Block = {}) {
  const config = { authorization: "COGNITO_USER_POOLS", authorizer_id: "auth1", ...method };
  const more = {
    aws_api_gateway_authorizer: {
      auth: {
        id: "auth1",
        rest_api_id: "abc123",
        type: "COGNITO_USER_POOLS",
        provider_arns: [POOL],
        ...authorizer,
      },
    },
  };
  return emulate(restApi([{ path: "/a", method: "GET", config }], { more }), options);
}
const ask = (api: ReturnType<typeof emulate>, token?: string, header = "Authorization") =>
  read(
    api.fetch(
      request("/prod/a", {
        host: API_HOST,
        headers: token === undefined ? [] : [[header, token]],
      }),
    ),
  );

describe("a Cognito authorizer", () => {
  it("takes an identity token of its pool, and hands its claims on", async () => {
    const answer = await ask(guarded(), tokenOf({ token_use: "id", sub: "u1" }));
    expect(JSON.parse(answer.text).requestContext.authorizer.claims.sub).toBe("u1");
  });

  it.each([
    ["no token", undefined],
    ["an access token, as the method has no scopes", tokenOf({ token_use: "access" })],
    ["a token of another pool", sign({ iss: `${ISSUER}d`, exp: NOW / 1000 + 60 })],
    ["an expired token", tokenOf({ exp: NOW / 1000 - 1 })],
  ])("refuses %s", async (_, token) => {
    expect(await ask(guarded(), token)).toMatchObject({
      status: 401,
      text: '{"message":"Unauthorized"}',
    });
  });

  it("reads the token from the header that it names", async () => {
    const api = guarded({ identity_source: "method.request.header.X-Token" });
    const token = tokenOf({ token_use: "id" });
    expect((await ask(api, token, "X-Token")).status).toBe(200);
    expect((await ask(api, token)).status).toBe(401);
  });

  it.each([
    [tokenOf({ token_use: "access", scope: "mail users/read" }), 200],
    [tokenOf({ token_use: "access", scope: "mail" }), 401],
    [tokenOf({ token_use: "id" }), 401],
  ])("wants one of the method's scopes: token %# gets %i", async (token, status) => {
    const api = guarded({}, { authorization_scopes: ["users/read", "users/write"] });
    expect((await ask(api, token)).status).toBe(status);
  });

  it("has the scopes of an OpenAPI document's operation", async () => {
    const document = {
      openapi: "3.0.1",
      paths: {
        "/a": {
          get: {
            security: [{ pool: ["users/read"] }],
            "x-amazon-apigateway-integration": { type: "aws_proxy", uri: invokeArn("echo") },
          },
        },
      },
      components: {
        securitySchemes: {
          pool: {
            type: "apiKey",
            name: "Authorization",
            in: "header",
            "x-amazon-apigateway-authorizer": { type: "cognito_user_pools", providerARNs: [POOL] },
          },
        },
      },
    };
    const api = emulate(restApi([], { api: { body: JSON.stringify(document) } }), options);
    expect((await ask(api, tokenOf({ scope: "users/read" }))).status).toBe(200);
    expect((await ask(api, tokenOf({ token_use: "id" }))).status).toBe(401);
  });
});
