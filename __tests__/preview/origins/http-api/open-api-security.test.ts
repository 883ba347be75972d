import { readHttpOpenApi } from "../../../../preview/origins/http-api/open-api";
import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, invokeArn } from "../support/rest-stack";

afterAll(closeHosts);

const ISSUER = "https://cognito-idp.eu-west-1.amazonaws.com/pool1";
const SCHEMES = {
  token: {
    type: "oauth2",
    "x-amazon-apigateway-authorizer": {
      type: "jwt",
      jwtConfiguration: { issuer: ISSUER, audience: ["app"] },
      identitySource: "$request.header.Authorization",
    },
  },
  found: {
    type: "openIdConnect",
    openIdConnectUrl: `${ISSUER}/.well-known/openid-configuration`,
    "x-amazon-apigateway-authorizer": { type: "jwt", jwtConfiguration: { audience: ["app"] } },
  },
  lambda: {
    type: "apiKey",
    name: "Authorization",
    in: "header",
    "x-amazon-apigateway-authorizer": {
      type: "request",
      identitySource: "$request.header.Authorization, $request.querystring.q",
      authorizerUri: invokeArn("authorizer"),
      authorizerPayloadFormatVersion: "2.0",
      authorizerResultTtlInSeconds: 60,
      enableSimpleResponses: true,
    },
  },
  signed: { type: "apiKey", "x-amazon-apigateway-authtype": "awsSigv4" },
  foreign: { type: "http", scheme: "basic" },
};
const document = (operation: Block, more: Block = {}) => ({
  openapi: "3.0.1",
  components: { securitySchemes: SCHEMES },
  paths: {
    "/users": {
      get: {
        ...operation,
        "x-amazon-apigateway-integration": {
          type: "AWS_PROXY",
          uri: invokeArn("echo"),
          payloadFormatVersion: "2.0",
        },
      },
    },
  },
  ...more,
});
const route = (operation: Block, more: Block = {}) =>
  readHttpOpenApi(document(operation, more)).routes[0];

describe("a route of an OpenAPI document", () => {
  it("has the JWT authorizer of its security scheme, and the scopes of its requirement", () => {
    expect(route({ security: [{ token: ["read"] }] })).toMatchObject({
      authorization: "JWT",
      scopes: ["read"],
      authorizer: {
        issuer: ISSUER,
        audience: ["app"],
        identitySources: ["$request.header.Authorization"],
      },
    });
  });

  it("finds the issuer in openIdConnectUrl", () => {
    expect(route({ security: [{ found: [] }] })).toMatchObject({
      authorization: "JWT",
      authorizer: { issuer: ISSUER },
    });
  });

  it("has the Lambda authorizer of its security scheme", () => {
    expect(route({ security: [{ lambda: [] }] })).toMatchObject({
      authorization: "CUSTOM",
      authorizer: {
        type: "REQUEST",
        payloadFormat: "2.0",
        hasSimpleResponses: true,
        resultTtlSeconds: 60,
        identitySources: ["$request.header.Authorization", "$request.querystring.q"],
      },
    });
  });

  it.each([
    [{ security: [{ signed: [] }] }, "AWS_IAM"],
    [{ "x-amazon-apigateway-auth": { type: "AWS_IAM" } }, "AWS_IAM"],
    [{ security: [{ foreign: [] }] }, "NONE"],
    [{ security: [] }, "NONE"],
    [{}, "NONE"],
  ])("with %j is of authorization %s", (operation, authorization) => {
    expect(route(operation)?.authorization).toBe(authorization);
  });

  it("has the document's security where it says nothing itself", () => {
    const more = { security: [{ token: [] }] };
    expect(route({}, more)?.authorization).toBe("JWT");
    expect(route({ security: [] }, more)?.authorization).toBe("NONE");
  });

  it("is closed to requests without what its authorizer asks for", async () => {
    const body = JSON.stringify(document({ security: [{ lambda: [] }] }));
    const api = emulate({
      aws_apigatewayv2_api: { api: { id: "abc123", protocol_type: "HTTP", body } },
      aws_apigatewayv2_stage: { default: { api_id: "abc123", name: "$default" } },
    });
    const answer = await read(api.fetch(request("/users", { host: API_HOST })));
    expect(answer).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
  });
});
