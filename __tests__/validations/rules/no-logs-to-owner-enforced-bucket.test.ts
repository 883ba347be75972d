import { noLogsToOwnerEnforcedBucket } from "../../../validations/rules/no-logs-to-owner-enforced-bucket";
import { describeRule } from "../support/describe-rule";

describeRule(noLogsToOwnerEnforcedBucket, {
  fires: {
    "logs to a bucket that enforces its owner": [
      {
        "distribution.logging_config": {
          bucket: "${aws_s3_bucket.frontend_bucket.bucket_domain_name}",
        },
      },
      /logs to aws_s3_bucket.frontend_bucket, which takes no ACLs/,
    ],
    "logs to a bucket's name": [
      { "distribution.logging_config": { bucket: "shop-logs" } },
      /logs to "shop-logs", which is no bucket's domain/,
    ],
  },
  passes: {
    "logs to a bucket that takes ACLs": {
      "aws_s3_bucket_ownership_controls.frontend_bucket.rule.object_ownership":
        "BucketOwnerPreferred",
      "distribution.logging_config": {
        bucket: "${aws_s3_bucket.frontend_bucket.bucket_domain_name}",
      },
    },
  },
  undecided: {
    "a log bucket of the account": {
      "distribution.logging_config": { bucket: "shop-logs.s3.amazonaws.com" },
    },
  },
});
