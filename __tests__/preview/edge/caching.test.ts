import {
  behavior,
  cachePolicy,
  cachingDisabled,
  DOMAIN,
  forwardedValues,
  response,
  testEdge,
} from "../../support/edge";
import { cachingEdge } from "../../support/edge-policies";

const HIT = "Hit from cloudfront";
const MISS = "Miss from cloudfront";

describe("the cache", () => {
  it("shares GET and HEAD", async () => {
    const site = testEdge();
    await site.get("/a");
    const head = await site.get("/a", { method: "HEAD" });
    expect([head.xCache, head.body, head.header("content-length")]).toEqual([HIT, "", "2"]);
  });

  it("does not answer GET with what it knows from HEAD", async () => {
    const site = testEdge();
    await site.get("/a", { method: "HEAD" });
    expect((await site.get("/a", { method: "HEAD" })).xCache).toBe(HIT);
    expect(await site.get("/a")).toMatchObject({ xCache: MISS, body: "ok" });
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("never keeps %s", async (method) => {
    const site = testEdge();
    await site.get("/a", { method });
    expect((await site.get("/a", { method })).xCache).toBe(MISS);
    expect(site.asked).toHaveLength(2);
  });

  it("keeps OPTIONS under its own key when it is a cached method", async () => {
    const site = testEdge({
      defaultBehavior: behavior({ cachedMethods: ["GET", "HEAD", "OPTIONS"] }),
    });
    await site.get("/a", { method: "OPTIONS" });
    expect((await site.get("/a", { method: "OPTIONS" })).xCache).toBe(HIT);
    expect((await site.get("/a")).xCache).toBe(MISS);
  });

  it("shares HTTP and HTTPS, unless CloudFront-Forwarded-Proto is in the key", async () => {
    const site = testEdge();
    await site.get("/a");
    expect((await site.get("/a", { protocol: "http" })).xCache).toBe(HIT);
    const apart = cachingEdge(
      cachePolicy({ headers: { behavior: "whitelist", items: ["CloudFront-Forwarded-Proto"] } }),
    );
    await apart.get("/a");
    expect((await apart.get("/a", { protocol: "http" })).xCache).toBe(MISS);
  });

  it("shares the aliases, unless Host is in the key", async () => {
    const aliases = ["www.example.com"];
    const www = { headers: [["Host", "www.example.com"]] as const };
    const site = testEdge({ aliases });
    await site.get("/a");
    expect((await site.get("/a", www)).xCache).toBe(HIT);
    const apart = testEdge({
      aliases,
      defaultBehavior: behavior({
        cachePolicy: cachePolicy({ headers: { behavior: "whitelist", items: ["Host"] } }),
      }),
    });
    await apart.get("/a");
    expect((await apart.get("/a", www)).xCache).toBe(MISS);
  });

  it.each([
    ["the same value", [["X-A", "1"]], HIT],
    ["another spelling of the name", [["x-a", "1"]], HIT],
    ["another case of the value", [["X-A", "V"]], MISS],
    ["no value", [], MISS],
    [
      "other headers in another order",
      [
        ["X-Z", "9"],
        ["X-A", "1"],
      ],
      HIT,
    ],
  ] as [string, [string, string][], string][])(
    "with a header in the key and %s: %s",
    async (_, headers, expected) => {
      const site = cachingEdge(cachePolicy({ headers: { behavior: "whitelist", items: ["X-A"] } }));
      await site.get("/a", { headers: [["X-A", "1"]] });
      expect((await site.get("/a", { headers })).xCache).toBe(expected);
    },
  );

  it("tells an absent header from an empty one", async () => {
    const site = cachingEdge(cachePolicy({ headers: { behavior: "whitelist", items: ["X-A"] } }));
    await site.get("/a");
    expect((await site.get("/a", { headers: [["X-A", ""]] })).xCache).toBe(MISS);
  });

  it.each([
    ["none", [], "/a?x=2", HIT],
    ["all", [], "/a?x=2", MISS],
    ["all", [], "/a?x=1", HIT],
    ["whitelist", ["x"], "/a?x=1&y=9", HIT],
    ["whitelist", ["x"], "/a?x=2", MISS],
    ["allExcept", ["utm"], "/a?x=1&utm=9", HIT],
    ["allExcept", ["utm"], "/a?x=1&z=9", MISS],
  ] as const)(
    "with query strings %s %j in the key: %s is a %s",
    async (mode, items, target, expected) => {
      const site = cachingEdge(cachePolicy({ queryStrings: { behavior: mode, items } }));
      await site.get("/a?x=1");
      expect((await site.get(target)).xCache).toBe(expected);
    },
  );

  it("keeps two viewers apart when the policy has their cookies in the key", async () => {
    const site = cachingEdge(
      cachePolicy({ cookies: { behavior: "whitelist", items: ["session"] } }),
      (sent) => response(200, [], sent.headers.find(([name]) => name === "Cookie")?.[1] ?? ""),
    );
    expect((await site.get("/a", { headers: [["Cookie", "session=alice"]] })).body).toBe(
      "session=alice",
    );
    expect((await site.get("/a", { headers: [["Cookie", "session=bob"]] })).body).toBe(
      "session=bob",
    );
  });

  it("never shares an object between two behaviors", async () => {
    const site = testEdge({ orderedBehaviors: [behavior({ pathPattern: "/a" })] });
    await site.get("/a");
    expect((await site.get("/b/../a")).xCache).toBe(MISS);
  });

  it("keeps nothing with CachingDisabled", async () => {
    const site = cachingEdge(cachingDisabled, () =>
      response(200, [["Cache-Control", "max-age=60"]]),
    );
    await site.get("/a");
    expect((await site.get("/a")).xCache).toBe(MISS);
  });

  it("keeps nothing with legacy TTLs of 0", async () => {
    const site = testEdge({
      defaultBehavior: behavior({ forwardedValues: forwardedValues({ defaultTtl: 0, maxTtl: 0 }) }),
    });
    await site.get("/a");
    expect((await site.get("/a")).xCache).toBe(MISS);
  });

  it("explains its key and the time to live", async () => {
    const site = cachingEdge(cachePolicy({ queryStrings: { behavior: "all", items: [] } }), () =>
      response(200, [["Cache-Control", "max-age=60"]]),
    );
    const miss = await site.get("/a?x=1", {}, { detail: true });
    expect(miss.trace.steps).toContainEqual({
      step: "time-to-live",
      cached: true,
      seconds: 60,
      reason: "the origin's max-age (60 s)",
    });
    const hit = await site.get("/a?x=1", {}, { detail: true });
    expect(hit.trace.steps).toContainEqual({
      step: "cache-lookup",
      result: "hit",
      reason: "the origin's max-age (60 s)",
      key: {
        method: "GET",
        path: "/a",
        query: "x=1",
        headers: [],
        cookies: "",
        acceptEncoding: "",
      },
    });
    expect(hit.trace).toMatchObject({
      behavior: "*",
      originId: "app",
      status: 200,
      resultType: "Hit",
    });
  });

  it("forgets what is invalidated", async () => {
    const site = testEdge();
    await site.get("/a/1");
    await site.get("/a/2");
    await site.get("/b");
    expect(site.edge.invalidate("/a/*")).toBe(2);
    expect((await site.get("/a/1")).xCache).toBe(MISS);
    expect((await site.get("/b")).xCache).toBe(HIT);
  });

  it.each([
    ["/a", 0],
    ["/a?x=1", 1],
    ["/a*", 3],
    ["a?x=*", 2],
    ["/a?x=?", 0],
    ["/*=2", 0],
    ["/A*", 0],
    ["/*", 4],
  ])("forgets for the invalidation path %s %d of its objects", async (path, count) => {
    const all = { behavior: "all", items: [] } as const;
    const site = cachingEdge(cachePolicy({ queryStrings: all }));
    for (const target of ["/a?x=1", "/a?x=2", "/a/b", "/b"]) await site.get(target);
    expect(site.edge.invalidate(path)).toBe(count);
  });

  it("leaves the default and the alias of the domain to the same object", async () => {
    const site = testEdge();
    await site.get("/a", { headers: [["Host", "localhost:3000"]] });
    expect((await site.get("/a", { headers: [["Host", DOMAIN]] })).xCache).toBe(HIT);
  });
});
