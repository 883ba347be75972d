import { caching } from "../../../synthesized/overview/caching";
import type { Block } from "../../../synthesized/stack";

const policy = (config: Block) => ({
  resource: { aws_cloudfront_cache_policy: { own: config } },
});

describe("caching", () => {
  it.each([
    [{}, "not cached"],
    [{ min_ttl: 0, default_ttl: 0, max_ttl: 0 }, "not cached"],
    [{ default_ttl: 0, max_ttl: 60 }, "as the origin says, at most 1 minute, else not"],
    [{ min_ttl: 0, default_ttl: 86_400, max_ttl: 31_536_000 }, "0 s to 1 year, else 1 day"],
    [{ min_ttl: 90, default_ttl: "${var.ttl}", max_ttl: 7_200 }, "90 s to 2 hours, else var.ttl"],
  ])("of the behavior %j is: %s", (behavior, words) => {
    expect(caching(behavior, {})).toBe(words);
  });

  it("names AWS's own cache policies", () => {
    const behavior = { cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" };
    expect(caching(behavior, {})).toBe("not cached (CachingDisabled)");
  });

  it("reads a cache policy of the same configuration, whose TTLs default to a day and a year", () => {
    const behavior = { cache_policy_id: "${aws_cloudfront_cache_policy.own.id}" };
    expect(caching(behavior, policy({}))).toBe(
      "0 s to 1 year, else 1 day (aws_cloudfront_cache_policy.own)",
    );
    expect(caching(behavior, policy({ max_ttl: 0 }))).toMatch(/^not cached/);
  });

  it("names a cache policy that it cannot read", () => {
    expect(caching({ cache_policy_id: "${data.x.y.id}" }, {})).toBe("cache policy data.x.y.id");
  });
});
