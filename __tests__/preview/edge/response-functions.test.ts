import { askedHeaders, response } from "../../support/edge";
import { answer, fail, pass, type Run, withFunctions } from "../../support/edge-functions";

describe("a viewer-response function", () => {
  const mark: Run = ({ response: given }) => ({
    kind: "response",
    response: { ...(given as NonNullable<typeof given>), headers: [["X-Marked", "1"]] },
    logs: [],
  });

  it("runs on misses and hits, after the response headers policy", async () => {
    const site = withFunctions({ "viewer-response": mark });
    expect((await site.get("/a")).header("x-marked")).toBe("1");
    const hit = await site.get("/a");
    expect([hit.header("x-marked"), hit.xCache]).toEqual(["1", "Hit from cloudfront"]);
  });

  it.each([400, 403, 404, 500, 503])("does not run for the origin's %s", async (status) => {
    const site = withFunctions({ "viewer-response": mark }, "cloudfront-function", {}, () =>
      response(status),
    );
    const got = await site.get("/a", {}, { detail: true });
    expect(site.events).toEqual([]);
    expect(got.trace.steps).toContainEqual({
      step: "function-skipped",
      event: "viewer-response",
      reason: `the origin's status is ${status}`,
    });
  });

  it("is named where the way of a request is explained, and does not run", async () => {
    const site = withFunctions({ "viewer-response": mark, "origin-response": mark });
    const { trace } = await site.get("/a", {}, { detail: true, dryRun: true });
    const skipped = { step: "function-skipped", reason: "the origin was not asked" };
    expect(site.events).toEqual([]);
    expect(trace.steps).toContainEqual({ ...skipped, event: "origin-response" });
    expect(trace.steps.at(-1)).toEqual({ ...skipped, event: "viewer-response" });
  });

  it("does not run for an error page, although the viewer gets 200", async () => {
    const site = withFunctions(
      { "viewer-response": mark },
      "cloudfront-function",
      {
        customErrorResponses: [
          {
            errorCode: 404,
            responseCode: 200,
            responsePagePath: "/index.html",
            errorCachingMinTtl: 10,
          },
        ],
      },
      (sent) => (sent.path === "/index.html" ? response(200, [], "page") : response(404)),
    );
    expect((await site.get("/a")).status).toBe(200);
    expect(site.events).toEqual([]);
  });

  it("that fails replaces the response", async () => {
    const got = await withFunctions({ "viewer-response": fail }).get("/a");
    expect(got).toMatchObject({ status: 503, xCache: "FunctionExecutionError from cloudfront" });
  });
});

describe("Lambda@Edge at the origin", () => {
  it("sees the filtered request with the origin, on misses only", async () => {
    const site = withFunctions({ "origin-request": pass, "origin-response": pass }, "lambda-edge");
    await site.get("/a", { headers: [["X-Custom", "1"]] });
    await site.get("/a");
    expect(site.events.map(({ event }) => event)).toEqual(["origin-request", "origin-response"]);
    expect(site.events[0]?.origin?.id).toBe("app");
    expect(site.events[0]?.request.headers.some(([name]) => name === "X-Custom")).toBe(false);
    expect(site.events[0]?.request.headers).toContainEqual(["Host", "app.example.com"]);
  });

  it("may answer for the origin, and that is kept", async () => {
    const site = withFunctions({ "origin-request": answer(200) }, "lambda-edge");
    expect(await site.get("/a")).toMatchObject({
      body: "made",
      xCache: "LambdaGeneratedResponse from cloudfront",
    });
    expect(await site.get("/a")).toMatchObject({ body: "made", xCache: "Hit from cloudfront" });
    expect(site.asked).toEqual([]);
  });

  it("may send the request elsewhere", async () => {
    const site = withFunctions(
      {
        "origin-request": ({ request }) => ({
          kind: "request",
          request,
          origin: {
            kind: "settings",
            settings: { originPath: "/v2", customHeaders: [["X-V", "2"]] },
          },
          logs: [],
        }),
      },
      "lambda-edge",
    );
    await site.get("/a");
    expect(site.asked[0]?.path).toBe("/v2/a");
    expect(askedHeaders(site)["x-v"]).toBe("2");
  });

  it("sees the origin's errors, and its change is what is kept", async () => {
    const site = withFunctions(
      {
        "origin-response": ({ response: given }) => ({
          kind: "response",
          response: response(given?.status === 404 ? 200 : 500, [], "fixed"),
          logs: [],
        }),
      },
      "lambda-edge",
      {},
      () => response(404),
    );
    expect(await site.get("/a")).toMatchObject({
      status: 200,
      body: "fixed",
      xCache: "Miss from cloudfront",
    });
    expect((await site.get("/a")).xCache).toBe("Hit from cloudfront");
  });

  it("that fails gives its error and is not kept", async () => {
    const broken: Run = () => ({
      kind: "failure",
      status: 502,
      reason: "bad shape",
      xCache: "LambdaValidationError",
      logs: [],
    });
    const site = withFunctions({ "origin-request": broken }, "lambda-edge");
    expect(await site.get("/a")).toMatchObject({
      status: 502,
      xCache: "LambdaValidationError from cloudfront",
    });
    await site.get("/a");
    expect(site.events).toHaveLength(2);
  });
});

it("says that the error page does not stand for a failed viewer-request function", async () => {
  const page = { responseCode: 200, responsePagePath: "/index.html", errorCachingMinTtl: 10 };
  const site = withFunctions({ "viewer-request": fail }, "cloudfront-function", {
    customErrorResponses: [{ errorCode: 503, ...page }],
  });
  const got = await site.get("/a", {}, { detail: true });
  expect(got.status).toBe(503);
  expect(got.trace.notes).toEqual([expect.stringContaining("a failed function made this 503")]);
});
