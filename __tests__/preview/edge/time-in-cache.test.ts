import type { CachePolicy } from "../../../preview/edge-model";
import { managedCachePolicy } from "../../../preview/pipeline/managed-cache-policies";
import { behavior, cachePolicy, cachingOptimized, response, testEdge } from "../../support/edge";
import { cachingEdge } from "../../support/edge-policies";

const HIT = "Hit from cloudfront";
const MISS = "Miss from cloudfront";

describe("the time an object is kept", () => {
  it.each([
    ["default TTL", {}, [], 86_399, 86_401],
    ["max-age", {}, [["Cache-Control", "max-age=60"]], 59, 61],
    ["s-maxage", {}, [["Cache-Control", "max-age=5, s-maxage=60"]], 59, 61],
    ["maximum TTL", { maxTtl: 30, defaultTtl: 10 }, [["Cache-Control", "max-age=60"]], 29, 31],
    ["minimum TTL over no-store", { minTtl: 20 }, [["Cache-Control", "no-store"]], 19, 21],
    ["minimum TTL over private", { minTtl: 20 }, [["Cache-Control", "private"]], 19, 21],
  ] as [string, Partial<CachePolicy>, [string, string][], number, number][])(
    "keeps an object for the %s",
    async (_, policy, headers, before, after) => {
      const site = cachingEdge(cachePolicy(policy), () => response(200, headers));
      await site.get("/a");
      site.advance(before);
      expect((await site.get("/a")).xCache).toBe(HIT);
      site.advance(after - before);
      expect((await site.get("/a")).xCache).toBe(MISS);
    },
  );

  it.each(["no-store", "no-cache", "private"])(
    "respects %s with a minimum TTL of 0",
    async (value) => {
      const site = cachingEdge(cachePolicy(), () => response(200, [["Cache-Control", value]]));
      await site.get("/a");
      expect((await site.get("/a")).xCache).toBe(MISS);
    },
  );

  it("cannot be passed by with the viewer's Cache-Control or Pragma", async () => {
    const site = testEdge();
    await site.get("/a");
    const headers = [
      ["Cache-Control", "no-cache"],
      ["Pragma", "no-cache"],
    ] as const;
    expect((await site.get("/a", { headers })).xCache).toBe(HIT);
  });

  it("shares a private answer for one second under CachingOptimized, as AWS does", async () => {
    const site = cachingEdge(cachingOptimized, () =>
      response(200, [["Cache-Control", "private, no-store"]]),
    );
    await site.get("/a");
    expect((await site.get("/a")).xCache).toBe(HIT);
    site.advance(1);
    expect((await site.get("/a")).xCache).toBe(MISS);
  });

  it("keeps nothing by default with UseOriginCacheControlHeaders", async () => {
    const policy = managedCachePolicy("83da9c7e-98b4-4e11-a168-04f0df8e2c65") as CachePolicy;
    const site = testEdge({ defaultBehavior: behavior({ cachePolicy: policy }) }, (_, count) =>
      response(200, count > 2 ? [["Cache-Control", "max-age=60"]] : []),
    );
    await site.get("/a");
    expect((await site.get("/a")).xCache).toBe(MISS);
    await site.get("/a");
    expect((await site.get("/a")).xCache).toBe(HIT);
  });
});
