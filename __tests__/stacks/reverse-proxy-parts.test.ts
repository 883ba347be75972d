import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { ALL_METHODS } from "../../modules";
import { apiRoute, apiRoutes, echoEnvironment, pageConfig } from "../../stacks/reverse-proxy-parts";
import type { ReverseProxySettings } from "../../stacks/settings/reverse-proxy";

const apiDomain = {
  name: "api.example.com",
  hostedZone: { name: "example.com" },
  endpointType: "REGIONAL",
} as const;
const minimum: ReverseProxySettings = { prefix: "keep", cors: false };
const echo = { name: "echo" } as unknown as LambdaFunction;
const authorizer = { name: "authorizer" } as unknown as LambdaFunction;

const routes = (proxy: Partial<ReverseProxySettings>) =>
  apiRoutes({ ...minimum, ...proxy }, echo, authorizer).map(
    ({ authorization = "NONE", method = "ANY", path }) => [
      method,
      path,
      typeof authorization === "string" ? authorization : "TOKEN",
    ],
  );

describe("the API's routes", () => {
  it("are under each prefix, since CloudFront keeps it", () => {
    expect(routes({ apiDomain })).toEqual([
      ["ANY", "/{proxy+}", "NONE"],
      ["ANY", "/cf-apigw/{proxy+}", "NONE"],
      ["GET", "/cf-apigw/auth", "TOKEN"],
      ["GET", "/cf-apigw/auth-iam", "AWS_IAM"],
      ["ANY", "/cf-cust-domain/{proxy+}", "NONE"],
      ["GET", "/cf-cust-domain/auth", "TOKEN"],
      ["GET", "/cf-cust-domain/auth-iam", "AWS_IAM"],
    ]);
  });

  it("have one prefix without a custom domain", () => {
    expect(routes({})).toEqual([
      ["ANY", "/{proxy+}", "NONE"],
      ["ANY", "/cf-apigw/{proxy+}", "NONE"],
      ["GET", "/cf-apigw/auth", "TOKEN"],
      ["GET", "/cf-apigw/auth-iam", "AWS_IAM"],
    ]);
  });

  it("have no prefix when an edge function takes it off", () => {
    expect(routes({ apiDomain, prefix: "strip" })).toEqual([
      ["ANY", "/{proxy+}", "NONE"],
      ["GET", "/auth", "TOKEN"],
      ["GET", "/auth-iam", "AWS_IAM"],
    ]);
  });

  it("are all answered by the function that echoes, and asked of the authorizer by its token", () => {
    const all = apiRoutes({ ...minimum, apiDomain }, echo, authorizer);
    expect(all.every(({ handler }) => handler === echo)).toBe(true);
    expect(all.find(({ path }) => path.endsWith("/auth"))?.authorization).toEqual({
      handler: authorizer,
    });
  });
});

describe("the environment of the function that echoes", () => {
  it("is none when there is nothing to say", () => {
    expect(echoEnvironment(minimum)).toBeUndefined();
  });

  it("says whether other origins may read, and which header is a secret to keep", () => {
    expect(echoEnvironment({ ...minimum, cors: true }, { "X-Origin-Verify": "secret" })).toEqual({
      CORS: "on",
      ORIGIN_SECRET_HEADER: "X-Origin-Verify",
    });
  });
});

describe("the behavior of one path", () => {
  it("keeps nothing and forwards query, cookies and Authorization, but never Host", () => {
    expect(apiRoute("cf-apigw", minimum)).toEqual({
      pathPattern: "/cf-apigw/*",
      targetOriginId: "cf-apigw",
      allowedMethods: ALL_METHODS,
      minTtl: 0,
      defaultTtl: 0,
      maxTtl: 0,
      forwardedValues: { queryString: true, cookies: "all", headers: ["Authorization"] },
    });
  });

  it("takes its prefix off when told so", () => {
    const { viewerRequest } = apiRoute("cf-apigw", { ...minimum, prefix: "strip" });
    expect(viewerRequest).toEqual([
      { name: "stripPrefix", code: expect.stringContaining('var PREFIX = "/cf-apigw";') },
    ]);
  });
});

it("tells the page everything, so that nobody pastes it", () => {
  const values = {
    proxy: { ...minimum, cors: true },
    region: "eu-west-1",
    apiEndpoint: "https://api/prod",
    customDomainEndpoint: undefined,
    cloudfrontDomain: "d1.cloudfront.net",
    stageName: "prod",
    basePath: "default",
  };
  expect(JSON.parse(pageConfig(values))).toEqual({
    region: "eu-west-1",
    apiEndpoint: "https://api/prod",
    customDomainEndpoint: null,
    cloudfrontDomain: "d1.cloudfront.net",
    stageName: "prod",
    basePath: "default",
    cors: true,
    stripPrefix: false,
  });
  expect(
    JSON.parse(pageConfig({ ...values, customDomainEndpoint: "https://api.example.com/default" })),
  ).toMatchObject({ customDomainEndpoint: "https://api.example.com/default" });
});
