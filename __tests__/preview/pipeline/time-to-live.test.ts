import { readCacheControl } from "../../../preview/pipeline/cache-control";
import { timeToLive } from "../../../preview/pipeline/time-to-live";
import { NOW } from "../../support/edge";

const in1h = new Date(NOW + 3_600_000).toUTCString();

function seconds(
  headers: Record<string, string>,
  ttl: { minTtl: number; defaultTtl: number; maxTtl: number },
  status = 200,
): number | "not cached" {
  const fields = Object.entries(headers);
  const decision = timeToLive({ status, headers: fields }, readCacheControl(fields), ttl, NOW);
  return decision.cached ? decision.seconds : "not cached";
}

const min0 = { minTtl: 0, defaultTtl: 86_400, maxTtl: 100_000 };
const min100 = { minTtl: 100, defaultTtl: 86_400, maxTtl: 100_000 };

describe("the time to live", () => {
  it.each([
    ["max-age", { "Cache-Control": "max-age=60" }, 60, 100],
    ["max-age above the maximum", { "Cache-Control": "max-age=200000" }, 100_000, 100_000],
    ["max-age=0", { "Cache-Control": "max-age=0" }, 0, 100],
    ["s-maxage over max-age", { "Cache-Control": "max-age=60, s-maxage=500" }, 500, 500],
    ["a short s-maxage", { "Cache-Control": "max-age=600, s-maxage=5" }, 5, 100],
    ["s-maxage above the maximum", { "Cache-Control": "s-maxage=200000" }, 100_000, 100_000],
    ["Expires", { Expires: in1h }, 3600, 3600],
    ["Expires in the past", { Expires: new Date(NOW - 1).toUTCString() }, 0, 100],
    ["max-age over Expires", { "Cache-Control": "max-age=60", Expires: in1h }, 60, 100],
    ["neither", {}, 86_400, 86_400],
    ["no-cache", { "Cache-Control": "no-cache" }, "not cached", 100],
    ["no-store", { "Cache-Control": "no-store" }, "not cached", 100],
    ["private", { "Cache-Control": "private" }, "not cached", 100],
    ["private with max-age", { "Cache-Control": "private, max-age=500" }, "not cached", 100],
    ["no-store with Expires", { "Cache-Control": "no-store", Expires: in1h }, "not cached", 100],
    ["Pragma alone", { Pragma: "no-cache" }, 86_400, 86_400],
    ["public without an age", { "Cache-Control": "public" }, 86_400, 86_400],
    ["Vary: *", { Vary: "*", "Cache-Control": "max-age=60" }, "not cached", 100],
  ] as const)("with %s is right for a minimum of 0 and of 100", (_, headers, at0, at100) => {
    expect(seconds({ ...headers }, min0)).toBe(at0);
    expect(seconds({ ...headers }, min100)).toBe(at100);
  });

  it("is the minimum when that is above the default", () => {
    expect(seconds({}, { minTtl: 50, defaultTtl: 10, maxTtl: 100 })).toBe(50);
  });

  it.each([
    [301, {}, 86_400],
    [302, {}, 86_400],
    [303, {}, 86_400],
    [204, {}, 86_400],
    [307, {}, "not cached"],
    [308, {}, "not cached"],
    [307, { "Cache-Control": "max-age=60" }, 60],
    [308, { "Cache-Control": "public" }, 86_400],
    [307, { Expires: in1h }, "not cached"],
  ])("of a %s with %j is %s", (status, headers, expected) => {
    expect(seconds(headers as Record<string, string>, min0, status)).toBe(expected);
  });

  it("is one second for a private response under CachingOptimized", () => {
    const optimized = { minTtl: 1, defaultTtl: 86_400, maxTtl: 31_536_000 };
    expect(seconds({ "Cache-Control": "private, no-store" }, optimized)).toBe(1);
  });

  it("says where AWS's pages disagree: Cache-Control without an age", () => {
    const fields = [["Cache-Control", "public"]] as const;
    const reasonOf = (headers: typeof fields | readonly []): string =>
      timeToLive({ status: 200, headers }, readCacheControl(headers), min0, NOW).reason;
    expect(reasonOf(fields)).toContain("AWS's pages disagree");
    expect(reasonOf([])).toBe("default TTL: the origin says nothing");
  });
});
