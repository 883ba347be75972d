import type { CustomErrorResponse } from "../../../preview/edge-model";
import { readCacheControl } from "../../../preview/pipeline/cache-control";
import { errorTimeToLive } from "../../../preview/pipeline/error-time-to-live";
import type { CacheDecision } from "../../../preview/pipeline/time-to-live";
import { NOW } from "../../support/edge";

interface More {
  readonly entry?: number;
  readonly maxTtl?: number;
  readonly originKind?: "s3" | "custom";
}

function decide(status: number, cacheControl?: string, more: More = {}): CacheDecision {
  const headers = cacheControl === undefined ? [] : ([["Cache-Control", cacheControl]] as const);
  const entry: CustomErrorResponse | undefined =
    more.entry === undefined ? undefined : { errorCode: status, errorCachingMinTtl: more.entry };
  return errorTimeToLive({
    status,
    headers,
    control: readCacheControl(headers),
    entry,
    maxTtl: more.maxTtl ?? 31_536_000,
    originKind: more.originKind ?? "custom",
    now: NOW,
  });
}

function seconds(status: number, cacheControl?: string, more: More = {}): number | "not cached" {
  const decision = decide(status, cacheControl, more);
  return decision.cached ? decision.seconds : "not cached";
}

describe("an error", () => {
  it.each([404, 410, 414, 500, 501, 502, 503, 504])("%s is kept for 10 seconds", (status) => {
    expect(seconds(status)).toBe(10);
  });

  it.each([400, 403, 405, 412, 415])("%s is kept only with max-age or s-maxage", (status) => {
    expect(seconds(status)).toBe("not cached");
    expect(seconds(status, "max-age=60")).toBe(60);
    expect(seconds(status, "s-maxage=70")).toBe(70);
  });

  it.each([401, 402, 406, 409, 411, 413, 416, 422, 429])("%s is never kept", (status) => {
    expect(seconds(status, "max-age=60")).toBe("not cached");
  });

  it.each([404, 410, 414, 501])("%s heeds no-store, no-cache and private", (status) => {
    expect(seconds(status, "no-store")).toBe("not cached");
    expect(seconds(status, "no-cache")).toBe("not cached");
    expect(seconds(status, "private")).toBe("not cached");
  });

  it.each([500, 502, 503, 504])("%s does not heed no-store", (status) => {
    expect(seconds(status, "no-store")).toBe(10);
    expect(seconds(status, "private")).toBe(10);
  });

  it.each([
    ["the longer of the two: the header", "max-age=60", { entry: 30 }, 60],
    ["the longer of the two: the setting", "max-age=5", { entry: 30 }, 30],
    ["the setting alone", undefined, { entry: 300 }, 300],
    ["a setting of 0", undefined, { entry: 0 }, 0],
    ["a setting of 0 at S3: one second", undefined, { entry: 0, originKind: "s3" as const }, 1],
    ["the header, capped by the maximum TTL", "max-age=600", { entry: 30, maxTtl: 100 }, 100],
    ["the setting above the maximum TTL", undefined, { entry: 300, maxTtl: 100 }, 300],
  ])("is kept for %s", (_, cacheControl, more, expected) => {
    expect(seconds(404, cacheControl, more)).toBe(expected);
  });

  it("403 is kept when the distribution configures the code", () => {
    expect(seconds(403, undefined, { entry: 60 })).toBe(60);
  });

  it("says where AWS's pages disagree: a code that is kept only with an age, without one", () => {
    expect(decide(403).reason).toContain("AWS's pages disagree");
    expect(decide(403, undefined, { entry: 60 }).reason).toContain("AWS's pages disagree");
    expect(decide(403, "max-age=60").reason).toBe("the origin's max-age on a 403");
    expect(decide(404).reason).toBe("error caching minimum TTL of 404");
  });
});
