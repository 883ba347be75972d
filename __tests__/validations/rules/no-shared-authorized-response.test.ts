import { noSharedAuthorizedResponse } from "../../../validations/rules/no-shared-authorized-response";
import { describeRule } from "../support/describe-rule";

describeRule(noSharedAuthorizedResponse, {
  fires: {
    "a cached API that gets every header beside the key": [
      {
        "api-behavior.cache_policy_id": "${aws_cloudfront_cache_policy.api.id}",
        "aws_cloudfront_cache_policy.api": {
          name: "shop-api",
          min_ttl: 0,
          default_ttl: 0,
          max_ttl: 60,
          parameters_in_cache_key_and_forwarded_to_origin: {
            headers_config: { header_behavior: "none" },
            cookies_config: { cookie_behavior: "all" },
            query_strings_config: { query_string_behavior: "all" },
          },
        },
      },
      /caches up to 60 s and forwards Authorization outside the cache key/,
    ],
  },
  passes: {
    "a cached API with Authorization in the key": {
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
          cookies_config: { cookie_behavior: "all" },
          query_strings_config: { query_string_behavior: "all" },
        },
      },
    },
  },
  undecided: {
    "a cache policy from a variable": { "api-behavior.cache_policy_id": "${var.policy}" },
  },
});
