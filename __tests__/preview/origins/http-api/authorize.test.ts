import { createSign, generateKeyPairSync, type JsonWebKey } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { httpApi } from "../support/http-stack";
import { API_HOST, closeHosts, emulate, invokeArn } from "../support/rest-stack";

afterAll(closeHosts);

const NOW = 1_800_000_000_000;
const ISSUER = "https://issuer.example.com";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });

function token(claims: object = {}, key = privateKey, alg = "RS256"): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const all = { iss: ISSUER, aud: "app", exp: NOW / 1000 + 60, scope: "read write", ...claims };
  const signed = `${part({ alg, kid: "k1" })}.${part(all)}`;
  return `${signed}.${createSign("sha256").update(signed).sign(key).toString("base64url")}`;
}

const RSA_KEY: JsonWebKey & { kid?: string } = {
  ...publicKey.export({ format: "jwk" }),
  kid: "k1",
};

function guarded(authorizer: Block, route: Block, key = RSA_KEY) {
  return emulate(
    httpApi([{ key: "GET /users", config: { authorizer_id: "auth1", ...route } }], {
      more: {
        aws_apigatewayv2_authorizer: { a: { api_id: "abc123", id: "auth1", ...authorizer } },
      },
    }),
    {
      now: () => NOW,
      jwtKeys: { [ISSUER]: { keys: [key] } },
    },
  );
}
const ask = (api: ReturnType<typeof emulate>, authorization?: string, target = "/users") =>
  read(
    api.fetch(
      request(target, {
        host: API_HOST,
        headers: authorization === undefined ? [] : [["Authorization", authorization]],
      }),
    ),
  );

describe("a JWT authorizer", () => {
  const jwt = {
    authorizer_type: "JWT",
    identity_sources: ["$request.header.Authorization"],
    jwt_configuration: [{ issuer: ISSUER, audience: ["app"] }],
  };
  const api = guarded(jwt, { authorization_type: "JWT" });

  it("lets a valid token in and hands its claims on", async () => {
    const answer = await ask(api, `Bearer ${token({ sub: "u1", groups: ["a", "b"] })}`);
    expect(JSON.parse(answer.text).requestContext.authorizer).toEqual({
      jwt: {
        claims: expect.objectContaining({ sub: "u1", groups: "[a b]", aud: "app" }),
        scopes: null,
      },
    });
  });

  it.each([
    ["missing", undefined],
    ["malformed", "Bearer nonsense"],
    ["expired", `Bearer ${token({ exp: NOW / 1000 - 1 })}`],
    ["not yet valid", `Bearer ${token({ nbf: NOW / 1000 + 60 })}`],
    ["for another audience", `Bearer ${token({ aud: "other" })}`],
    [
      "for another audience, whatever its client",
      `Bearer ${token({ aud: "other", client_id: "app" })}`,
    ],
    ["of another issuer", `Bearer ${token({ iss: "https://other.example.com" })}`],
    ["signed by another key", `Bearer ${token({}, other.privateKey)}`],
    ["unsigned", `Bearer ${token({}, privateKey, "none")}`],
  ])("refuses a token that is %s", async (_, authorization) => {
    const answer = await ask(api, authorization);
    expect(answer).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
    expect(answer.header("www-authenticate")).toMatch(
      authorization === undefined ? /^Bearer$/ : /error="invalid_token"/,
    );
  });

  it("takes the client's id for the audience of a token that has none", async () => {
    const answer = await ask(api, `Bearer ${token({ aud: undefined, client_id: "app" })}`);
    expect(answer.status).toBe(200);
  });

  it.each([{}, { kty: "oct", k: "c2VjcmV0" }, { kty: "RSA", n: "", e: "" }])(
    "refuses every token when its key is %j, which is no RSA key",
    async (key) => {
      const withKey = guarded(jwt, { authorization_type: "JWT" }, { ...key, kid: "k1" });
      expect((await ask(withKey, `Bearer ${token()}`)).status).toBe(401);
    },
  );

  it("asks for one of the route's scopes", async () => {
    const scoped = (scope: string) =>
      guarded(jwt, { authorization_type: "JWT", authorization_scopes: [scope] });
    expect((await ask(scoped("write"), token())).status).toBe(200);
    expect(await ask(scoped("admin"), token())).toMatchObject({
      status: 403,
      text: '{"message":"Forbidden"}',
    });
  });
});

describe("a Lambda authorizer", () => {
  const policy = {
    authorizer_type: "REQUEST",
    authorizer_uri: invokeArn("authorizer"),
    identity_sources: ["$request.header.Authorization"],
    authorizer_payload_format_version: "1.0",
  };
  const route = { authorization_type: "CUSTOM" };

  it.each([
    ["allow", 200],
    ["deny", 403],
    ["unauthorized", 401],
    ["other", 500],
    ["malformed", 500],
    [undefined, 401],
  ])("answers %j with %i by its policy", async (authorization, status) => {
    expect((await ask(guarded(policy, route), authorization)).status).toBe(status);
  });

  it("gets a request in payload format 1.0", async () => {
    const identity_sources = ["$request.header.Authorization", "$request.querystring.n"];
    const answer = await ask(
      guarded({ ...policy, identity_sources }, route),
      "allow",
      "/users?n=1",
    );
    const { lambda } = JSON.parse(answer.text).requestContext.authorizer;
    expect(JSON.parse(lambda.event)).toMatchObject({
      version: "1.0",
      type: "REQUEST",
      methodArn: "arn:aws:execute-api:eu-west-1:123456789012:abc123/$default/GET/users",
      identitySource: "allow,1",
      authorizationToken: "allow,1",
      path: "/users",
    });
  });

  const simple = {
    ...policy,
    authorizer_uri: invokeArn("simple"),
    authorizer_payload_format_version: "2.0",
    enable_simple_responses: true,
  };
  const withSimple = (authorizer: Block) =>
    emulate(
      httpApi([{ key: "GET /users", config: { authorizer_id: "auth1", ...route } }], {
        more: {
          aws_apigatewayv2_authorizer: { a: { api_id: "abc123", id: "auth1", ...authorizer } },
          aws_lambda_function: {
            echo: {
              function_name: "echo",
              runtime: "nodejs22.x",
              handler: "index.handler",
              filename: "echo",
            },
            simple: {
              function_name: "simple",
              runtime: "nodejs22.x",
              handler: "simple.handler",
              filename: "authorizer",
            },
          },
        },
      }),
    );

  it("may answer simply", async () => {
    const api = withSimple(simple);
    const answer = await ask(api, "yes");
    expect(JSON.parse(answer.text).requestContext.authorizer.lambda).toMatchObject({
      who: "me",
      event: {
        version: "2.0",
        type: "REQUEST",
        routeArn: expect.stringContaining("/GET/users"),
        identitySource: ["yes"],
      },
    });
    expect(await ask(api, "no")).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
  });

  it("is asked once while its answer is cached", async () => {
    const calls = async (api: ReturnType<typeof emulate>) => {
      await ask(api, "yes");
      return JSON.parse((await ask(api, "yes")).text).requestContext.authorizer.lambda.calls;
    };
    expect(await calls(withSimple({ ...simple, authorizer_result_ttl_in_seconds: 60 }))).toBe(1);
    expect(await calls(withSimple({ ...simple, authorizer_result_ttl_in_seconds: 0 }))).toBe(2);
  });
});

it("checks IAM signatures where the route asks for them", async () => {
  const KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const api = emulate(httpApi([{ key: "GET /users", config: { authorization_type: "AWS_IAM" } }]), {
    iamKeys: [KEY],
  });
  const client = new AwsClient({ ...KEY, region: "eu-west-1", service: "execute-api" });
  const signed = await client.sign(`https://${API_HOST}/users`);
  const answer = await read(
    api.fetch(request("/users", { headers: [["Host", API_HOST], ...signed.headers.entries()] })),
  );
  expect(JSON.parse(answer.text).requestContext.authorizer.iam).toMatchObject({
    accessKey: "AKIDEXAMPLE",
  });
  expect(await ask(api)).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
});
