import {
  askedHeaders,
  behavior,
  cachePolicy,
  forwardedValues,
  type OriginBehavior,
  response,
  testEdge,
} from "../../support/edge";

const FIRST = [
  ["ETag", '"v1"'],
  ["Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT"],
  ["Cache-Control", "max-age=10"],
] as const;

const unchanged: OriginBehavior = (_, count) =>
  count === 1
    ? response(200, FIRST, "v1")
    : response(304, [
        ["ETag", '"v1"'],
        ["Cache-Control", "max-age=20"],
      ]);

describe("an expired object", () => {
  it("is asked about with its ETag and date, and served again when unchanged", async () => {
    const site = testEdge({}, unchanged);
    await site.get("/a");
    site.advance(11);
    const again = await site.get("/a");
    expect(askedHeaders(site, 1)).toMatchObject({
      "if-none-match": '"v1"',
      "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT",
    });
    expect(again).toMatchObject({ status: 200, body: "v1", xCache: "RefreshHit from cloudfront" });
    site.advance(19);
    expect((await site.get("/a")).xCache).toBe("Hit from cloudfront");
  });

  it("is replaced when it has changed", async () => {
    const site = testEdge({}, (_, count) => response(200, FIRST, `v${count}`));
    await site.get("/a");
    site.advance(11);
    expect(await site.get("/a")).toMatchObject({ body: "v2", xCache: "Miss from cloudfront" });
    expect((await site.get("/a")).body).toBe("v2");
  });

  it("is asked for without a condition when it has no validator", async () => {
    const site = testEdge({}, () => response(200, [["Cache-Control", "max-age=10"]]));
    await site.get("/a");
    site.advance(11);
    await site.get("/a");
    expect(askedHeaders(site, 1)["if-none-match"]).toBeUndefined();
  });

  it.each([
    [
      "legacy settings",
      behavior({
        forwardedValues: forwardedValues({ cookies: { forward: "all", whitelistedNames: [] } }),
      }),
    ],
    [
      "a cache policy",
      behavior({ cachePolicy: cachePolicy({ cookies: { behavior: "all", items: [] } }) }),
    ],
  ])("is asked for without a condition when %s forward cookies", async (_, defaultBehavior) => {
    const site = testEdge({ defaultBehavior }, unchanged);
    await site.get("/a");
    site.advance(11);
    await site.get("/a");
    expect(askedHeaders(site, 1)["if-none-match"]).toBeUndefined();
  });

  it("with max-age=0 is asked about every time", async () => {
    const site = testEdge({}, (_, count) =>
      count === 1
        ? response(
            200,
            [
              ["ETag", '"v1"'],
              ["Cache-Control", "max-age=0"],
            ],
            "v1",
          )
        : response(304, [["Cache-Control", "max-age=0"]]),
    );
    await site.get("/a");
    expect((await site.get("/a")).xCache).toBe("RefreshHit from cloudfront");
    expect((await site.get("/a")).xCache).toBe("RefreshHit from cloudfront");
    expect(site.asked).toHaveLength(3);
  });

  it("known from a GET is not lost when a HEAD asks about it", async () => {
    const site = testEdge({}, unchanged);
    await site.get("/a");
    site.advance(11);
    expect((await site.get("/a", { method: "HEAD" })).xCache).toBe("RefreshHit from cloudfront");
    expect(await site.get("/a")).toMatchObject({ body: "v1", xCache: "Hit from cloudfront" });
  });
});

describe("an expired object whose origin fails", () => {
  const failing =
    (status: number, control = "max-age=10"): OriginBehavior =>
    (_, count) =>
      count === 1
        ? response(200, [["Cache-Control", control]], "v1")
        : response(status, [], "failed");

  it.each([500, 502, 503, 504])("with %s is served although expired", async (status) => {
    const site = testEdge({}, failing(status));
    await site.get("/a");
    site.advance(11);
    expect(await site.get("/a")).toMatchObject({ status: 200, body: "v1" });
  });

  it.each([400, 403, 404, 410])("with %s gives way to the error", async (status) => {
    const site = testEdge({}, failing(status));
    await site.get("/a");
    site.advance(11);
    expect(await site.get("/a")).toMatchObject({
      status,
      body: "failed",
      xCache: "Error from cloudfront",
    });
  });

  it("by not answering is served although expired", async () => {
    const site = testEdge({}, (_, count) => {
      if (count === 1) return response(200, [["Cache-Control", "max-age=10"]], "v1");
      throw new Error("gone");
    });
    await site.get("/a");
    site.advance(1000);
    expect(await site.get("/a")).toMatchObject({ status: 200, body: "v1" });
  });

  it("is not asked for again before the error caching minimum TTL is over", async () => {
    const site = testEdge({}, failing(500));
    await site.get("/a");
    site.advance(11);
    await site.get("/a");
    site.advance(9);
    await site.get("/a");
    expect(site.asked).toHaveLength(2);
    site.advance(2);
    await site.get("/a");
    expect(site.asked).toHaveLength(3);
  });

  it.each([
    ["stale-if-error=0 is not served", "max-age=10, stale-if-error=0", 1, 500],
    ["stale-if-error=60 is served for 60 seconds", "max-age=10, stale-if-error=60", 59, 200],
    ["stale-if-error=60 is not served later", "max-age=10, stale-if-error=60", 61, 500],
  ])("with %s", async (_, control, late, status) => {
    const site = testEdge({}, failing(500, control));
    await site.get("/a");
    site.advance(10 + late);
    expect((await site.get("/a")).status).toBe(status);
  });

  it.each(["max-age=10, stale-if-error=600", "max-age=10"])(
    "is served for no longer than the maximum TTL (%s)",
    async (control) => {
      const policy = cachePolicy({ maxTtl: 20, defaultTtl: 10 });
      const site = testEdge(
        { defaultBehavior: behavior({ cachePolicy: policy }) },
        failing(500, control),
      );
      await site.get("/a");
      site.advance(10 + 19);
      expect((await site.get("/a")).status).toBe(200);
      site.advance(2);
      expect((await site.get("/a")).status).toBe(500);
    },
  );
});

describe("stale-while-revalidate", () => {
  const swr: OriginBehavior = (_, count) =>
    response(200, [["Cache-Control", "max-age=10, stale-while-revalidate=30"]], `v${count}`);

  it("serves the expired object at once and refreshes it in the background", async () => {
    const site = testEdge({}, swr);
    await site.get("/a");
    site.advance(15);
    expect(await site.get("/a")).toMatchObject({ body: "v1", xCache: "Hit from cloudfront" });
    await new Promise(setImmediate);
    expect(site.asked).toHaveLength(2);
    expect((await site.get("/a")).body).toBe("v2");
  });

  it("does not when it is too late", async () => {
    const site = testEdge({}, swr);
    await site.get("/a");
    site.advance(41);
    expect((await site.get("/a")).body).toBe("v2");
  });

  it("is capped by the maximum TTL", async () => {
    const policy = cachePolicy({ maxTtl: 10, defaultTtl: 10 });
    const site = testEdge({ defaultBehavior: behavior({ cachePolicy: policy }) }, swr);
    await site.get("/a");
    site.advance(21);
    expect((await site.get("/a")).body).toBe("v2");
  });
});

describe("a viewer's own condition", () => {
  it.each([
    ["If-None-Match", '"v1"', 304],
    ["If-None-Match", 'W/"v1"', 304],
    ["If-None-Match", '"v0", "v1"', 304],
    ["If-None-Match", "*", 304],
    ["If-None-Match", '"v2"', 200],
    ["If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT", 304],
    ["If-Modified-Since", "Wed, 31 Dec 2025 00:00:00 GMT", 200],
    ["If-Modified-Since", "never", 200],
  ])("%s: %s is answered from the cache with %s", async (name, value, status) => {
    const site = testEdge({}, () => response(200, FIRST, "v1"));
    await site.get("/a");
    const got = await site.get("/a", { headers: [[name, value]] });
    expect(got).toMatchObject({ status, xCache: "Hit from cloudfront" });
    expect(got.body).toBe(status === 304 ? "" : "v1");
  });
});
