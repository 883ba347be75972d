// A behavior takes forwarded_values or a cache policy.
import { blocks } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { isDynamic, textOf } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Terraform accepts every combination; CloudFront refuses these at apply. */
export const noMixedCacheSettings: Rule = {
  id: "no-mixed-cache-settings",
  severity: "error",
  summary: "A behavior must not have both forwarded_values and a cache policy, nor neither.",
  fix: "Set cache_policy_id (with origin_request_policy_id where needed), or forwarded_values alone.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html",
  check: (stack) =>
    checkBehaviors(stack, ({ config }) => {
      if (isDynamic(config, "forwarded_values")) return undecided("forwarded_values");
      const isLegacy = blocks(config.forwarded_values).length > 0;
      const hasPolicy = textOf(stack, config.cache_policy_id) !== undefined;
      const hasRequestPolicy = textOf(stack, config.origin_request_policy_id) !== undefined;
      if (isLegacy && hasPolicy) return violation("has both forwarded_values and cache_policy_id");
      if (hasRequestPolicy && !hasPolicy) {
        return violation("has origin_request_policy_id without cache_policy_id");
      }
      if (isLegacy || hasPolicy) return undefined;
      return violation("has neither forwarded_values nor cache_policy_id");
    }),
};
