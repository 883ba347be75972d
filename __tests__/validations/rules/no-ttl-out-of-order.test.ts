import { noTtlOutOfOrder } from "../../../validations/rules/no-ttl-out-of-order";
import { describeRule } from "../support/describe-rule";
import { customOrigin, siteBehavior } from "../support/mutate";

describeRule(noTtlOutOfOrder, {
  fires: {
    "a default above the maximum": [
      { "aws_cloudfront_cache_policy.site.max_ttl": 60 },
      /has min_ttl 0, default_ttl 86400, max_ttl 60/,
    ],
    "a negative TTL": [{ "aws_cloudfront_cache_policy.site.min_ttl": -1 }, /has min_ttl -1/],
    "a minimum with every header forwarded": [
      {
        "distribution.origin.2": customOrigin("server", "backend.example.com"),
        "distribution.ordered_cache_behavior.1": siteBehavior("/v2/*", {
          target_origin_id: "server",
          cache_policy_id: "",
          forwarded_values: { query_string: true, headers: ["*"], cookies: { forward: "all" } },
          min_ttl: 5,
        }),
      },
      /forwards every header with a min_ttl of 5 s/,
    ],
  },
  passes: {
    "a maximum alone": {
      "aws_cloudfront_cache_policy.site.default_ttl": undefined,
      "aws_cloudfront_cache_policy.site.min_ttl": undefined,
    },
  },
  undecided: {
    "a TTL from a variable": { "aws_cloudfront_cache_policy.site.max_ttl": "${var.ttl}" },
  },
});
