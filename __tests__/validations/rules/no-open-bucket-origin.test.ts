import { noOpenBucketOrigin } from "../../../validations/rules/no-open-bucket-origin";
import { describeRule } from "../support/describe-rule";

describeRule(noOpenBucketOrigin, {
  fires: {
    "a bucket without access control": [
      { "site-origin.origin_access_control_id": undefined },
      /is a bucket without origin_access_control_id/,
    ],
    "an access control that never signs": [
      { "aws_cloudfront_origin_access_control.site.signing_behavior": "never" },
      /has signing_behavior "never"/,
    ],
  },
  passes: {
    "an origin access identity": {
      "site-origin.origin_access_control_id": undefined,
      "site-origin.s3_origin_config": {
        origin_access_identity: "origin-access-identity/cloudfront/E1",
      },
    },
  },
  undecided: {
    "an access control of the account": { "site-origin.origin_access_control_id": "E2ABC" },
  },
});
