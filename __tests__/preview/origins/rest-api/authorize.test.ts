import { AwsClient } from "aws4fetch";
import type { Block } from "../../../../synthesized/stack";
import { read, request } from "../support/exchange";
import { API_HOST, closeHosts, emulate, invokeArn, restApi } from "../support/rest-stack";

afterAll(closeHosts);

function guarded(authorizer: Block = {}, options: Parameters<typeof emulate>[1] = {}) {
  const config = { authorization: "CUSTOM", authorizer_id: "auth1" };
  return emulate(
    restApi(
      [
        { path: "/a/{proxy+}", method: "GET", config },
        { path: "/b", method: "GET", config },
      ],
      {
        more: {
          aws_api_gateway_authorizer: {
            auth: {
              id: "auth1",
              rest_api_id: "abc123",
              authorizer_uri: invokeArn("authorizer"),
              type: "TOKEN",
              ...authorizer,
            },
          },
        },
      },
    ),
    options,
  );
}
const ask = (api: ReturnType<typeof emulate>, target: string, token?: string) =>
  read(
    api.fetch(
      request(target, {
        host: API_HOST,
        headers: token === undefined ? [] : [["Authorization", token]],
      }),
    ),
  );

describe("a TOKEN authorizer", () => {
  it("lets in who it allows, and hands its context on as text", async () => {
    const answer = await ask(guarded(), "/prod/a/x", "allow");
    const { authorizer } = JSON.parse(answer.text).requestContext;
    expect(authorizer).toMatchObject({
      principalId: "user",
      calls: "1",
      isAdmin: "true",
      integrationLatency: expect.any(Number),
    });
    expect(JSON.parse(authorizer.event)).toEqual({
      type: "TOKEN",
      authorizationToken: "allow",
      methodArn: "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/a/x",
    });
  });

  it.each([
    [
      "deny",
      403,
      '{"Message":"User is not authorized to access this resource with an explicit deny"}',
      "AccessDeniedException",
    ],
    [
      "nothing",
      403,
      '{"Message":"User is not authorized to access this resource"}',
      "AccessDeniedException",
    ],
    ["unauthorized", 401, '{"message":"Unauthorized"}', "UnauthorizedException"],
    ["other", 500, '{"message":null}', "AuthorizerConfigurationException"],
    ["malformed", 500, '{"message":null}', "AuthorizerConfigurationException"],
    [undefined, 401, '{"message":"Unauthorized"}', "UnauthorizedException"],
    ["", 401, '{"message":"Unauthorized"}', "UnauthorizedException"],
  ])("answers the token %j with %i", async (token, status, text, type) => {
    const answer = await ask(guarded(), "/prod/b", token);
    expect(answer).toMatchObject({ status, text });
    expect(answer.header("x-amzn-errortype")).toBe(type);
  });

  it("is not called for a token that the validation expression refuses", async () => {
    const api = guarded({ identity_validation_expression: "allow|Bearer .+" });
    expect((await ask(api, "/prod/b", "disallow")).status).toBe(401);
    expect((await ask(api, "/prod/b", "allow")).text).toContain('"calls":"1"');
  });

  it("is asked once for a token while its answer is cached", async () => {
    let now = 1_800_000_000_000;
    const api = guarded({ authorizer_result_ttl_in_seconds: 60 }, { now: () => now });
    const calls = async () =>
      JSON.parse((await ask(api, "/prod/a/x", "allow")).text).requestContext.authorizer.calls;
    expect(await calls()).toBe("1");
    expect(await calls()).toBe("1");
    now += 61_000;
    expect(await calls()).toBe("2");
  });

  it("denies other methods while a policy for one method is cached", async () => {
    const api = guarded();
    expect((await ask(api, "/prod/a/x", "allow")).status).toBe(200);
    expect((await ask(api, "/prod/b", "allow")).status).toBe(403);
  });

  it("is asked each time without a cache", async () => {
    const api = guarded({ authorizer_result_ttl_in_seconds: 0 });
    await ask(api, "/prod/a/x", "allow");
    expect((await ask(api, "/prod/b", "allow")).text).toContain('"calls":"2"');
  });

  it("is 500 when its function does not exist", async () => {
    expect(
      (await ask(guarded({ authorizer_uri: invokeArn("missing") }), "/prod/b", "allow")).status,
    ).toBe(500);
  });
});

describe("a REQUEST authorizer", () => {
  const config = {
    type: "REQUEST",
    identity_source: "method.request.querystring.token,method.request.header.X-Tenant",
  };
  const tenant = (
    api: ReturnType<typeof emulate>,
    target: string,
    headers = [["X-Tenant", "t"]] as [string, string][],
  ) => read(api.fetch(request(target, { host: API_HOST, headers })));

  it("gets the whole request", async () => {
    const answer = await tenant(guarded(config), "/prod/a/x?token=allow");
    const event = JSON.parse(JSON.parse(answer.text).requestContext.authorizer.event);
    expect(event).toMatchObject({
      type: "REQUEST",
      methodArn: "arn:aws:execute-api:eu-west-1:123456789012:abc123/prod/GET/a/x",
      resource: "/a/{proxy+}",
      path: "/a/x",
      httpMethod: "GET",
      queryStringParameters: { token: "allow" },
      pathParameters: { proxy: "x" },
      headers: { "X-Tenant": "t" },
      requestContext: { stage: "prod", resourcePath: "/a/{proxy+}" },
    });
    expect(event).not.toHaveProperty("body");
  });

  it("is 401 without one of its identity sources when its answers are cached", async () => {
    expect((await tenant(guarded(config), "/prod/a/x?token=allow", [])).status).toBe(401);
    expect((await tenant(guarded(config), "/prod/a/x")).status).toBe(401);
    const uncached = { ...config, authorizer_result_ttl_in_seconds: 0 };
    expect((await tenant(guarded(uncached), "/prod/a/x?token=allow", [])).status).toBe(200);
  });

  it("caches by all of its identity sources", async () => {
    const api = guarded(config);
    const calls = async (name: string) =>
      JSON.parse((await tenant(api, "/prod/a/x?token=allow", [["X-Tenant", name]])).text)
        .requestContext.authorizer.calls;
    expect([await calls("a"), await calls("b"), await calls("a")]).toEqual(["1", "2", "1"]);
  });
});

describe("AWS_IAM", () => {
  const KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
  const api = emulate(
    restApi([{ path: "/cf-apigw/auth-iam", method: "GET", config: { authorization: "AWS_IAM" } }]),
    { iamKeys: [{ ...KEY, userArn: "arn:aws:iam::123456789012:user/demo" }] },
  );
  const signed = async (url: string, host = API_HOST) => {
    const client = new AwsClient({ ...KEY, region: "eu-west-1", service: "execute-api" });
    const made = await client.sign(url);
    const { pathname, search } = new URL(url);
    return read(
      api.fetch(
        request(`${pathname}${search}`, {
          headers: [["Host", host], ...made.headers.entries()],
        }),
      ),
    );
  };

  it("lets in who signed for the API's host and stage, without handing the signature on", async () => {
    const answer = await signed(`https://${API_HOST}/prod/cf-apigw/auth-iam?a=1`);
    expect(answer.status).toBe(200);
    const event = JSON.parse(answer.text);
    expect(event.requestContext.identity).toMatchObject({
      accessKey: "AKIDEXAMPLE",
      accountId: "123456789012",
      userArn: "arn:aws:iam::123456789012:user/demo",
    });
    expect(event.headers).not.toHaveProperty("authorization");
  });

  it("refuses a signature for the distribution's host", async () => {
    const answer = await signed("https://d111.cloudfront.net/prod/cf-apigw/auth-iam");
    expect(answer.status).toBe(403);
    expect(answer.header("x-amzn-errortype")).toBe("InvalidSignatureException");
    expect(answer.text).toContain(
      "The request signature we calculated does not match the signature you provided",
    );
  });

  it("answers a request without signature with Missing Authentication Token", async () => {
    expect(await ask(api, "/prod/cf-apigw/auth-iam")).toMatchObject({
      status: 403,
      text: '{"message":"Missing Authentication Token"}',
    });
  });

  it("refuses another kind of token", async () => {
    const answer = await ask(api, "/prod/cf-apigw/auth-iam", "Bearer token");
    expect(answer.status).toBe(403);
    expect(answer.header("x-amzn-errortype")).toBe("IncompleteSignatureException");
  });
});

it("asks the resource policy's explicit denies before the authorizer", async () => {
  const config = { authorization: "CUSTOM", authorizer_id: "auth1" };
  const policy = JSON.stringify({
    Statement: [{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }],
  });
  const api = emulate(
    restApi([{ path: "/b", method: "GET", config }], {
      api: { policy },
      more: {
        aws_api_gateway_authorizer: {
          auth: { id: "auth1", rest_api_id: "abc123", authorizer_uri: invokeArn("authorizer") },
        },
      },
    }),
  );
  expect(await ask(api, "/prod/b")).toMatchObject({
    status: 403,
    text: expect.stringContaining("with an explicit deny"),
  });
});
