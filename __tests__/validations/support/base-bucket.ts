// The private bucket of the base stack.
import type { BlocksByType } from "../../../synthesized/stack";

const BUCKET = "${aws_s3_bucket.frontend_bucket.id}";
const ARNS = ["${aws_s3_bucket.frontend_bucket.arn}", "${aws_s3_bucket.frontend_bucket.arn}/*"];

/** The policy of the base stack's bucket: this distribution may read, and only over TLS. */
export const bucketPolicy = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "distribution",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: ARNS[1],
      Condition: {
        StringEquals: { "AWS:SourceArn": "${aws_cloudfront_distribution.distribution.arn}" },
      },
    },
    {
      Sid: "tls",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ARNS,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ],
};

export const baseBucket: BlocksByType = {
  aws_s3_bucket: { frontend_bucket: { bucket: "shop-frontend" } },
  aws_s3_bucket_public_access_block: {
    frontend_bucket: {
      bucket: BUCKET,
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
  },
  aws_s3_bucket_ownership_controls: {
    frontend_bucket: { bucket: BUCKET, rule: { object_ownership: "BucketOwnerEnforced" } },
  },
  aws_s3_bucket_policy: {
    frontend_bucket: { bucket: BUCKET, policy: JSON.stringify(bucketPolicy) },
  },
  aws_cloudfront_origin_access_control: {
    site: {
      name: "shop-site",
      origin_access_control_origin_type: "s3",
      signing_behavior: "always",
      signing_protocol: "sigv4",
    },
  },
};
