import { noPublicBucket } from "../../../validations/rules/no-public-bucket";
import { bucketPolicy } from "../support/base-bucket";
import { describeRule } from "../support/describe-rule";

describeRule(noPublicBucket, {
  fires: {
    "a public access block with a gap": [
      { "aws_s3_bucket_public_access_block.frontend_bucket.block_public_policy": undefined },
      /has block_public_policy off/,
    ],
    "a public ACL": [
      { "aws_s3_bucket_acl.a": { bucket: "shop-frontend", acl: "public-read" } },
      /has the ACL "public-read"/,
    ],
    "a policy for everyone": [
      {
        "aws_s3_bucket_policy.frontend_bucket.policy": JSON.stringify({
          Statement: [
            { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" },
            ...bucketPolicy.Statement,
          ],
        }),
      },
      /allows everyone s3:GetObject/,
    ],
  },
  passes: {},
  undecided: {
    "a flag from a variable": {
      "aws_s3_bucket_public_access_block.frontend_bucket.block_public_policy": "${var.block}",
    },
  },
});
