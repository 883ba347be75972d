// A minimum TTL overrides the API's `no-store` and `private`.
import { checkBehaviors } from "../check";
import { forwardingOf } from "../facts/forwarding";
import { servesApi } from "../facts/origin-kind";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** The managed policy CachingOptimized has a minimum of one second. */
export const noMinimumTtlOverApi: Rule = {
  id: "no-minimum-ttl-over-api",
  severity: "error",
  summary:
    "An API must not be cached for a minimum time, which overrides its no-store and private.",
  fix: "Set min_ttl to 0, or use the managed cache policy CachingDisabled (4135ea2d-6df8-44a3-9df3-4b5a84be39ad).",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const isApi = servesApi(stack, distribution, behavior);
      if (isApi === false) return undefined;
      const forwarding = forwardingOf(stack, behavior.config);
      if (forwarding === UNKNOWN) return undecided("the TTLs");
      if (forwarding.minTtl === 0) return undefined;
      if (isApi === UNKNOWN) return undecided("whether the origin is an API");
      return violation(`serves an API with a minimum TTL of ${forwarding.minTtl} s`);
    }),
};
