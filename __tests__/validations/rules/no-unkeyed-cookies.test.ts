import { noUnkeyedCookies } from "../../../validations/rules/no-unkeyed-cookies";
import { describeRule } from "../support/describe-rule";

describeRule(noUnkeyedCookies, {
  fires: {
    "cookies in the origin request policy of a cached API": [
      {
        "api-behavior.cache_policy_id": "${aws_cloudfront_cache_policy.api.id}",
        "aws_cloudfront_cache_policy.api": {
          name: "shop-api",
          min_ttl: 0,
          default_ttl: 0,
          max_ttl: 60,
          parameters_in_cache_key_and_forwarded_to_origin: {
            headers_config: {
              header_behavior: "whitelist",
              headers: { items: ["Authorization"] },
            },
            cookies_config: { cookie_behavior: "none" },
            query_strings_config: { query_string_behavior: "all" },
          },
        },
      },
      /forwards cookies outside the cache key/,
    ],
  },
  passes: {},
  undecided: {
    "a cache policy from a variable": { "api-behavior.cache_policy_id": "${var.policy}" },
  },
});
