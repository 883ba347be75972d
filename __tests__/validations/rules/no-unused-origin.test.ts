import { noUnusedOrigin } from "../../../validations/rules/no-unused-origin";
import { describeRule } from "../support/describe-rule";
import { customOrigin } from "../support/mutate";

describeRule(noUnusedOrigin, {
  fires: {
    "an origin that no behavior targets": [
      {
        "distribution.origin.2": customOrigin("old", "old.example.com"),
      },
      /is used by no behavior/,
    ],
    "an origin that no behavior targets, beside one whose id is an expression": [
      {
        "site-origin.origin_id": "S3-${aws_s3_bucket.frontend_bucket.id}",
        "site-behavior.target_origin_id": "S3-${aws_s3_bucket.frontend_bucket.id}",
        "distribution.origin.2": customOrigin("old", "old.example.com"),
      },
      /is used by no behavior/,
    ],
  },
  passes: {},
  undecided: {
    "an origin while a behavior's target is a variable": {
      "api-behavior.target_origin_id": "${var.origin}",
    },
    "an id from a variable while a behavior targets another name": {
      "api-origin.origin_id": "${var.origin}",
    },
  },
});
