import { noCookiesToBucket } from "../../../validations/rules/no-cookies-to-bucket";
import { describeRule } from "../support/describe-rule";

describeRule(noCookiesToBucket, {
  fires: {
    "all cookies to a bucket": [
      {
        "aws_cloudfront_cache_policy.site.parameters_in_cache_key_and_forwarded_to_origin.cookies_config.cookie_behavior":
          "all",
      },
      /forwards cookies \(all\) to a bucket/,
    ],
  },
  passes: {},
  undecided: { "a policy from a variable": { "site-behavior.cache_policy_id": "${var.policy}" } },
});
