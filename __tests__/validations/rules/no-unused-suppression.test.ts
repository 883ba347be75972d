import { noUnusedSuppression } from "../../../validations/rules/no-unused-suppression";
import { describeRule } from "../support/describe-rule";

describeRule(noUnusedSuppression, {
  fires: {
    "a suppression of a rule that does not fire": [
      {
        "//": {
          lint: {
            suppress: [
              {
                id: "no-http-only-origin",
                address: "aws_cloudfront_distribution.distribution",
                reason: "the environment has no certificate yet",
              },
            ],
          },
        },
      },
      /does not fire here/,
    ],
    "a suppression of a rule that does not exist": [
      {
        "aws_s3_bucket.frontend_bucket.//": {
          lint: { suppress: { id: "no-such-rule", reason: "a typing error" } },
        },
      },
      /no rule has this id/,
    ],
  },
  passes: {
    "a suppression of a finding, by the part it is about": {
      "api-origin.custom_origin_config.origin_protocol_policy": "http-only",
      "distribution.//": {
        lint: {
          suppress: [
            { id: "no-http-only-origin", part: 'origin "apigw"', reason: "asked for by the team" },
          ],
        },
      },
    },
  },
  undecided: {},
});
