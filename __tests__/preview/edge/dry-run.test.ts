import { behavior, cachePolicy, cachingOptimized, testEdge } from "../../support/edge";

describe("a dry run", () => {
  it("goes up to the origin request and asks nobody", async () => {
    const site = testEdge({
      orderedBehaviors: [
        behavior({
          pathPattern: "/api/*",
          cachePolicy: cachePolicy({ queryStrings: { behavior: "all", items: [] } }),
        }),
      ],
    });
    const { trace } = await site.get(
      "/api/users?id=7",
      { headers: [["X-Custom", "1"]] },
      { detail: true, dryRun: true },
    );
    expect(site.asked).toEqual([]);
    expect(trace.steps.map(({ step }) => step)).toEqual([
      "behavior",
      "cache-lookup",
      "origin-request",
      "compression",
    ]);
    expect(trace.steps[0]).toEqual({
      step: "behavior",
      path: "/api/users",
      tried: [{ pattern: "/api/*", matched: true }],
      pattern: "/api/*",
      targetOriginId: "app",
    });
    expect(trace.steps[1]).toMatchObject({
      result: "bypass",
      key: { path: "/api/users", query: "id=7" },
    });
    expect(trace.steps[2]).toMatchObject({
      request: { url: "https://app.example.com/api/users?id=7" },
      dropped: expect.arrayContaining([expect.objectContaining({ name: "X-Custom" })]),
    });
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  });

  it("says what the settings allow to keep", async () => {
    const site = testEdge({
      defaultBehavior: behavior({
        cachePolicy: cachePolicy({ minTtl: 400, defaultTtl: 300, maxTtl: 1000 }),
      }),
    });
    const { trace } = await site.get("/a", {}, { detail: true, dryRun: true });
    expect(trace.steps[1]).toMatchObject({
      ttl: { minTtl: 400, defaultTtl: 300, maxTtl: 1000 },
      reason: "not looked up; kept for 400 to 1000 s, 400 s if the origin says nothing",
    });
  });

  it("names the encoding for the viewer, without saying anything of an answer that nobody gave", async () => {
    const site = testEdge({
      defaultBehavior: behavior({ compress: true, cachePolicy: cachingOptimized }),
    });
    const headers = [["Accept-Encoding", "gzip, br"]] as const;
    const { trace } = await site.get("/a", { headers }, { detail: true, dryRun: true });
    expect(trace.steps).toContainEqual({
      step: "compression",
      encoding: "br",
      reason: "if the origin's answer has a type, a length and a status for it",
    });
  });

  it("shows what the response headers policy adds", async () => {
    const site = testEdge({
      defaultBehavior: behavior({
        responseHeadersPolicy: {
          id: "p",
          name: "own",
          securityHeaders: [],
          customHeaders: [{ name: "X-Own", value: "1", override: false }],
          removeHeaders: [],
        },
      }),
    });
    const { trace } = await site.get("/a", {}, { detail: true, dryRun: true });
    expect(trace.steps.at(-1)).toEqual({
      step: "response-headers-policy",
      policy: "own",
      added: [["X-Own", "1"]],
      removed: [],
    });
  });

  it("leaves the cache as it is", async () => {
    const site = testEdge();
    await site.get("/a", {}, { dryRun: true });
    expect(site.edge.cacheSize()).toEqual({ entries: 0, bytes: 0 });
    expect((await site.get("/a")).xCache).toBe("Miss from cloudfront");
  });

  it("shows a refusal too", async () => {
    const site = testEdge({ defaultBehavior: behavior({ allowedMethods: ["GET", "HEAD"] }) });
    const { trace } = await site.get("/a", { method: "POST" }, { detail: true, dryRun: true });
    expect(trace.status).toBe(403);
    expect(trace.steps).toContainEqual(
      expect.objectContaining({ step: "refused", by: "allowed methods", status: 403 }),
    );
  });
});

it("a trace without details has the summary and no steps", async () => {
  const { trace } = await testEdge().get("/a");
  expect(trace).toMatchObject({
    behavior: "*",
    originId: "app",
    status: 200,
    resultType: "Miss",
    steps: [],
  });
});
