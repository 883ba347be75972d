import type { OriginChange } from "../../../preview/functions/edge-function";
import { withHeader } from "../../../preview/messages";
import {
  askedHeaders,
  behavior,
  origin,
  originRequestPolicy,
  response,
  testEdge,
} from "../../support/edge";
import { answer, at, fail, pass, type Run, withFunctions } from "../../support/edge-functions";

describe("a viewer-request function", () => {
  it("runs before the cache lookup and may rewrite the path", async () => {
    const site = withFunctions({
      "viewer-request": ({ request }) => ({
        kind: "request",
        request: { ...request, path: "/index.html" },
        logs: [],
      }),
    });
    await site.get("/deep/link");
    expect(site.asked[0]?.path).toBe("/index.html");
    expect((await site.get("/other/link")).xCache).toBe("Hit from cloudfront");
    expect(site.events).toHaveLength(2);
  });

  it("changes neither behavior nor origin with the path, and the trace says so", async () => {
    const site = withFunctions(
      {
        "viewer-request": ({ request }) => ({
          kind: "request",
          request: { ...request, path: "/api/x" },
          logs: [],
        }),
      },
      "cloudfront-function",
      {
        orderedBehaviors: [behavior({ pathPattern: "/api/*", targetOriginId: "api" })],
        origins: [origin(), origin({ id: "api" })],
      },
    );
    const got = await site.get("/a", {}, { detail: true });
    expect(site.asked[0]).toMatchObject({ originId: "app", path: "/api/x" });
    expect(got.trace.notes.join()).toContain("changes neither behavior nor origin");
    expect(got.trace.steps).toContainEqual({
      step: "function",
      event: "viewer-request",
      kind: "cloudfront-function",
      name: "arn:viewer-request",
      outcome: "request",
      changes: ["uri: /a → /api/x"],
      logs: [],
    });
  });

  it.each([
    ["cloudfront-function", "FunctionGeneratedResponse from cloudfront"],
    ["lambda-edge", "LambdaGeneratedResponse from cloudfront"],
  ] as const)("of the kind %s may answer itself: %s", async (kind, xCache) => {
    const site = withFunctions({ "viewer-request": answer(302), "viewer-response": pass }, kind);
    expect(await site.get("/a")).toMatchObject({ status: 302, body: "made", xCache });
    expect(site.asked).toEqual([]);
    expect(site.events.map(({ event }) => event)).toEqual(["viewer-request"]);
  });

  it("with a response of 400 or more is not replaced by the error page", async () => {
    const site = withFunctions({ "viewer-request": answer(404) }, "cloudfront-function", {
      customErrorResponses: [
        {
          errorCode: 404,
          responseCode: 200,
          responsePagePath: "/index.html",
          errorCachingMinTtl: 10,
        },
      ],
    });
    expect(await site.get("/a")).toMatchObject({ status: 404, body: "made" });
  });

  it("that throws gives 503 and FunctionExecutionError, without markup from its message", async () => {
    const got = await withFunctions({ "viewer-request": fail }).get("/a");
    expect(got).toMatchObject({ status: 503, xCache: "FunctionExecutionError from cloudfront" });
    expect(got.body).toContain("it threw &lt;x&gt;");
  });

  it("does not run for the redirect to HTTPS, nor for a refused method", async () => {
    const site = withFunctions({ "viewer-request": pass }, "cloudfront-function", {
      defaultBehavior: behavior({
        viewerProtocolPolicy: "redirect-to-https",
        allowedMethods: ["GET", "HEAD"],
      }),
    });
    await site.get("/a", { protocol: "http" });
    await site.get("/a", { method: "POST" });
    expect(site.events).toEqual([]);
  });

  it("sees the distribution, the request id and the default root object's path", async () => {
    const site = withFunctions({ "viewer-request": pass }, "cloudfront-function", {
      defaultRootObject: "index.html",
    });
    const got = await site.get("/", {}, { detail: true });
    expect(site.events[0]).toMatchObject({
      distributionId: "E1EXAMPLE",
      distributionDomainName: "d111111abcdef8.cloudfront.net",
      requestId: got.trace.requestId,
      request: { path: "/index.html" },
    });
    expect(got.trace.notes.join()).toContain("AWS does not document whether it sees /");
  });

  it("may choose another origin, whose domain becomes the Host", async () => {
    const site = withFunctions({
      "viewer-request": ({ request }) => ({
        kind: "request",
        request,
        origin: { kind: "settings", settings: { domainName: "eu.example.com", originPath: "/eu" } },
        logs: [],
      }),
    });
    await site.get("/a");
    expect(site.asked[0]?.path).toBe("/eu/a");
    expect(askedHeaders(site).host).toBe("eu.example.com");
  });

  it("may choose an origin of the distribution by its id, or two as a group", async () => {
    const origins = [origin(), origin({ id: "b", domainName: "b.example.com" })];
    const one = withFunctions(
      {
        "viewer-request": ({ request }) => ({
          kind: "request",
          request,
          origin: { kind: "origin", originId: "b" },
          logs: [],
        }),
      },
      "cloudfront-function",
      { origins },
    );
    await one.get("/a");
    expect(one.asked[0]?.originId).toBe("b");
    const two = withFunctions(
      {
        "viewer-request": ({ request }) => ({
          kind: "request",
          request,
          origin: {
            kind: "group",
            members: [{ originId: "b" }, { originId: "app" }],
            statusCodes: [500],
          },
          logs: [],
        }),
      },
      "cloudfront-function",
      { origins },
      { b: () => response(500), app: () => response(200, [], "second") },
    );
    expect((await two.get("/a")).body).toBe("second");
  });

  it.each<OriginChange>([
    { kind: "origin", originId: "nowhere" },
    { kind: "group", members: [{ originId: "app" }, { originId: "nowhere" }], statusCodes: [500] },
  ])("that chooses an origin which the distribution lacks gives 502 ($kind)", async (change) => {
    const site = withFunctions({
      "viewer-request": ({ request }) => ({ kind: "request", request, origin: change, logs: [] }),
    });
    const got = await site.get("/a", {}, { detail: true });
    expect(got).toMatchObject({ status: 502, xCache: "FunctionValidationError from cloudfront" });
    expect(got.body).toContain('the function chose origin "nowhere"');
    expect(got.trace.steps).toContainEqual(
      expect.objectContaining({ step: "function", outcome: "failure" }),
    );
    expect(site.asked).toEqual([]);
  });

  it("adds headers that only a policy sends on", async () => {
    const add: Run = ({ request }) => ({
      kind: "request",
      request: { ...request, headers: withHeader(request.headers, "X-Added", "1") },
      logs: [],
    });
    const alone = withFunctions({ "viewer-request": add });
    const got = await alone.get("/a", {}, { detail: true });
    expect(askedHeaders(alone)["x-added"]).toBeUndefined();
    expect(got.trace.notes).toContain(
      "a function added X-Added, but no policy sends it to the origin",
    );
    const listed = withFunctions({ "viewer-request": add }, "cloudfront-function", {
      defaultBehavior: behavior({
        originRequestPolicy: originRequestPolicy({
          headers: { behavior: "whitelist", items: ["X-Added"] },
        }),
      }),
    });
    await listed.get("/a");
    expect(askedHeaders(listed)["x-added"]).toBe("1");
  });

  it("of CloudFront's own kind sees the CloudFront-* headers that a policy lists", async () => {
    const defaultBehavior = behavior({
      originRequestPolicy: originRequestPolicy({
        headers: {
          behavior: "whitelist",
          items: ["CloudFront-Viewer-Country", "CloudFront-Is-Mobile-Viewer"],
        },
      }),
    });
    const site = withFunctions({ "viewer-request": pass }, "cloudfront-function", {
      defaultBehavior,
    });
    const call = { country: "DE", detail: true };
    const headers = [["CloudFront-Viewer-Country", "XX"]] as const;
    const got = await site.get("/a", { headers }, call);
    const seen = site.events[0]?.request.headers.filter(([name]) => /^cloudfront-/i.test(name));
    expect(seen).toEqual([
      ["CloudFront-Viewer-Country", "DE"],
      ["CloudFront-Is-Mobile-Viewer", "false"],
    ]);
    expect(got.trace.steps).toContainEqual(
      expect.objectContaining({ step: "function", changes: [] }),
    );
    expect(askedHeaders(site)["cloudfront-viewer-country"]).toBe("DE");
  });

  it("at Lambda@Edge sees the viewer's CloudFront-* headers: CloudFront adds its own later", async () => {
    const defaultBehavior = behavior({
      originRequestPolicy: originRequestPolicy({
        headers: { behavior: "whitelist", items: ["CloudFront-Viewer-Country"] },
      }),
    });
    const site = withFunctions({ "viewer-request": pass }, "lambda-edge", { defaultBehavior });
    await site.get("/a", {}, { country: "DE" });
    expect(site.events[0]?.request.headers.map(([name]) => name)).toEqual(["Host"]);
  });

  it("that cannot run here is passed by, and the trace says so", async () => {
    const site = testEdge({
      defaultBehavior: behavior({ functions: [at("viewer-request", "lambda-edge")] }),
    });
    const got = await site.get("/a");
    expect(got.status).toBe(200);
    expect(got.trace.notes).toEqual([
      "arn:viewer-request cannot run here: the request passes as if it were not there",
    ]);
  });
});
