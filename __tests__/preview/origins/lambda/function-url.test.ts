import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import { ANONYMOUS, type Caller } from "../../../../preview/origins/caller";
import type { Block } from "../../../../synthesized/stack";
import { folderWith, read, request } from "../support/exchange";
import { closeHosts, emulate } from "../support/rest-stack";

afterAll(closeHosts);

const HOST = "u1.lambda-url.eu-west-1.on.aws";
const KEY = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" };
const ARN = "arn:aws:cloudfront::123456789012:distribution/E1";
const DISTRIBUTION: Caller = { kind: "distribution", arn: ARN };

const permission = (action: string, principal = "cloudfront.amazonaws.com"): Block => ({
  function_name: "echo",
  principal,
  action,
  ...(principal === "*" ? {} : { source_arn: ARN }),
});
const BOTH = [permission("lambda:InvokeFunctionUrl"), permission("lambda:InvokeFunction")];

function url(
  config: Block,
  caller: Caller = ANONYMOUS,
  permissions: readonly Block[] = BOTH,
  version = "~> 6.28",
) {
  const { hosts, logs } = emulate(
    {
      aws_lambda_function_url: {
        u: { function_name: "echo", function_url: `https://${HOST}/`, ...config },
      },
      aws_lambda_permission: Object.fromEntries(permissions.map((one, i) => [`p${i}`, one])),
    },
    { iamKeys: [KEY] },
    { required_providers: { aws: { source: "aws", version } } },
  );
  const fetch = hosts.fetchFor(HOST, caller);
  if (fetch === undefined) throw new Error("no function URL");
  return Object.assign(fetch, { logs, warnings: hosts.warnings });
}

const noUrl = (): never => {
  throw new Error("no function URL");
};

describe("a function URL", () => {
  it("hands the request on in payload format 2.0", async () => {
    const fetch = url({ authorization_type: "NONE" });
    const answer = await read(
      fetch(
        request("/a/b?x=1&x=2", {
          host: HOST,
          headers: [
            ["Cookie", "a=1"],
            ["X-A", "1"],
          ],
        }),
      ),
    );
    expect(answer.header("content-type")).toBe("application/json");
    expect(JSON.parse(answer.text)).toMatchObject({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/a/b",
      rawQueryString: "x=1&x=2",
      cookies: ["a=1"],
      headers: { "x-a": "1", host: HOST },
      requestContext: {
        apiId: "u1",
        domainName: HOST,
        stage: "$default",
        http: { method: "GET", path: "/a/b", sourceIp: "203.0.113.7" },
      },
    });
  });

  it.each<[string, number, string, string[]]>([
    ["RESPONSE_STREAM", 201, "text/html", ["a=b", "c=d"]],
    ["BUFFERED", 200, "application/json", []],
  ])("takes the status and headers of a streamed response with %s", async (mode, ...expected) => {
    const stackFolder = folderWith({
      "stream/index.mjs": `export const handler = awslambda.streamifyResponse(async (event, stream) => {
        const metadata = { statusCode: 201, headers: { "Content-Type": "text/html" }, cookies: ["a=b", "c=d"] };
        const out = awslambda.HttpResponseStream.from(stream, metadata);
        out.write("<p>");
        out.end(event.rawPath);
      });`,
    });
    const { hosts, logs } = emulate(
      {
        aws_lambda_function: {
          stream: {
            function_name: "stream",
            runtime: "nodejs22.x",
            handler: "index.handler",
            filename: "stream",
          },
        },
        aws_lambda_function_url: {
          u: {
            function_name: "stream",
            function_url: `https://${HOST}/`,
            authorization_type: "NONE",
            invoke_mode: mode,
          },
        },
      },
      { stackFolder },
    );
    const answer = await read(hosts.fetchFor(HOST)?.(request("/x", { host: HOST })) ?? noUrl());
    const [status, type, cookies] = expected;
    expect(answer.status).toBe(status);
    expect(answer.header("content-type")).toBe(type);
    expect(answer.values("set-cookie")).toEqual(cookies);
    expect(answer.text).toBe("<p>/x");
    expect(logs.some(({ text }) => text.includes("RESPONSE_STREAM"))).toBe(mode === "BUFFERED");
  });

  it("is 502 when the function fails", async () => {
    const fetch = url({ authorization_type: "NONE" });
    const headers = [["Content-Type", "text/plain"]] as const;
    expect(
      (await read(fetch(request("/", { host: HOST, method: "POST", body: "throw:", headers }))))
        .status,
    ).toBe(502);
  });

  it("refuses another Host", async () => {
    expect(
      (await read(url({ authorization_type: "NONE" })(request("/", { host: "d1.cloudfront.net" }))))
        .status,
    ).toBe(403);
  });

  it("has CORS headers of its own", async () => {
    const fetch = url({
      authorization_type: "NONE",
      cors: [{ allow_origins: ["*"], allow_methods: ["*"] }],
    });
    const headers = [["Origin", "https://a.example"]] as const;
    expect(
      (await read(fetch(request("/", { host: HOST, headers })))).header(
        "access-control-allow-origin",
      ),
    ).toBe("*");
  });
});

describe("a function URL with NONE", () => {
  const config = { authorization_type: "NONE" };
  const INVOKE = permission("lambda:InvokeFunction", "*");

  it.each([
    ["~> 6.28", [], 200],
    ["6.25.0", [], 403],
    ["6.25.0", [permission("lambda:InvokeFunctionUrl", "*")], 403],
    ["6.25.0", [INVOKE], 200],
  ])("with the provider %s and the permissions %j is %i", async (version, permissions, status) => {
    const fetch = url(config, ANONYMOUS, permissions, version);
    expect((await read(fetch(request("/", { host: HOST })))).status).toBe(status);
    expect(fetch.warnings).toEqual(
      status === 200
        ? []
        : [expect.stringMatching(/^aws_lambda_function_url\.u: no .* lambda:InvokeFunction to/)],
    );
  });
});

describe("a function URL with AWS_IAM", () => {
  it("refuses requests that nobody signed", async () => {
    const answer = await read(url({ authorization_type: "AWS_IAM" })(request("/", { host: HOST })));
    expect(answer).toMatchObject({
      status: 403,
      text: expect.stringMatching(/"Message":"Forbidden\. For .*urls-auth\.html"/),
    });
  });

  it("lets in a distribution that a permission names, and no other", async () => {
    const config = { authorization_type: "AWS_IAM" };
    expect((await read(url(config, DISTRIBUTION)(request("/", { host: HOST })))).status).toBe(200);
    const other: Caller = { kind: "distribution", arn: `${ARN}X` };
    expect((await read(url(config, other)(request("/", { host: HOST })))).status).toBe(403);
  });

  it.each([
    ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"],
    ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"],
  ])("refuses a distribution that has only %s, and says so", async (action, missing) => {
    const config = { authorization_type: "AWS_IAM" };
    const fetch = url(config, DISTRIBUTION, [permission(action)]);
    expect((await read(fetch(request("/", { host: HOST })))).status).toBe(403);
    expect(fetch.logs[0]?.text).toBe(`no aws_lambda_permission grants ${missing} to ${ARN}`);
    expect(
      (
        await read(
          url(config, DISTRIBUTION, [permission("lambda:*")])(request("/", { host: HOST })),
        )
      ).status,
    ).toBe(200);
  });

  it("asks viewers behind a distribution for the hash of their body", async () => {
    const fetch = url({ authorization_type: "AWS_IAM" }, DISTRIBUTION);
    const hash = createHash("sha256").update("x").digest("hex");
    const post = (headers: readonly (readonly [string, string])[]) =>
      read(fetch(request("/", { host: HOST, method: "POST", body: "x", headers })));
    expect((await post([])).status).toBe(403);
    expect((await post([["x-amz-content-sha256", hash]])).status).toBe(200);
  });

  it("lets in an IAM user who signed", async () => {
    const client = new AwsClient({ ...KEY, region: "eu-west-1", service: "lambda" });
    const signed = await client.sign(`https://${HOST}/x`);
    const headers = [["Host", HOST] as const, ...signed.headers.entries()];
    const answer = await read(url({ authorization_type: "AWS_IAM" })(request("/x", { headers })));
    expect(answer.status).toBe(200);
    const event = JSON.parse(answer.text);
    expect(event.headers).not.toHaveProperty("authorization");
    expect(event.requestContext).toMatchObject({
      accountId: "123456789012",
      authorizer: { iam: { accessKey: KEY.accessKeyId, accountId: "123456789012" } },
    });
  });
});
