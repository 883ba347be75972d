import { noUnguardedBucket } from "../../../validations/rules/no-unguarded-bucket";
import { describeRule } from "../support/describe-rule";

describeRule(noUnguardedBucket, {
  fires: {
    "a bucket without a public access block": [
      { "aws_s3_bucket_public_access_block.frontend_bucket": undefined },
      /has no public access block/,
    ],
  },
  passes: {
    "a block that names the bucket": {
      "aws_s3_bucket_public_access_block.frontend_bucket.bucket": "shop-frontend",
    },
  },
  undecided: {
    "a block for a bucket from a variable": {
      "aws_s3_bucket_public_access_block.frontend_bucket.bucket": "${var.bucket}",
    },
  },
});
