import { noKeyWithoutCaching } from "../../../validations/rules/no-key-without-caching";
import { describeRule } from "../support/describe-rule";

describeRule(noKeyWithoutCaching, {
  fires: {
    "a key in a policy that caches nothing": [
      {
        "aws_cloudfront_cache_policy.off": {
          name: "off",
          min_ttl: 0,
          default_ttl: 0,
          max_ttl: 0,
          parameters_in_cache_key_and_forwarded_to_origin: {
            enable_accept_encoding_gzip: true,
            headers_config: {
              header_behavior: "whitelist",
              headers: { items: ["Authorization"] },
            },
            cookies_config: { cookie_behavior: "none" },
            query_strings_config: { query_string_behavior: "none" },
          },
        },
      },
      /has max_ttl 0 and header_behavior "whitelist", enable_accept_encoding_gzip/,
    ],
  },
  passes: {},
  undecided: {
    "a TTL from a variable": { "aws_cloudfront_cache_policy.site.max_ttl": "${var.ttl}" },
  },
});
