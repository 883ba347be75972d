// A private bucket that a distribution may read, as the reference systems have it.
import type { BlocksByType } from "../../../synthesized/stack";

/** The resources of a private bucket and the origin access control of its distribution. */
export const privateBucket: BlocksByType = {
  aws_s3_bucket: { site: { bucket: "site" } },
  aws_s3_bucket_public_access_block: {
    site: {
      bucket: "${aws_s3_bucket.site.id}",
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    },
  },
  aws_s3_bucket_policy: {
    site: {
      bucket: "${aws_s3_bucket.site.id}",
      policy: JSON.stringify({
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Action: "s3:GetObject",
            Resource: "${aws_s3_bucket.site.arn}/*",
            Condition: {
              StringEquals: { "AWS:SourceArn": "${aws_cloudfront_distribution.distribution.arn}" },
            },
          },
          {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: "${aws_s3_bucket.site.arn}/*",
            Condition: { Bool: { "aws:SecureTransport": "false" } },
          },
        ],
      }),
    },
  },
  aws_cloudfront_origin_access_control: {
    site: {
      name: "site",
      origin_access_control_origin_type: "s3",
      signing_behavior: "always",
      signing_protocol: "sigv4",
    },
  },
};

/** The origin `s3` of that bucket. */
export const bucketOrigin = {
  origin_id: "s3",
  domain_name: "${aws_s3_bucket.site.bucket_regional_domain_name}",
  origin_access_control_id: "${aws_cloudfront_origin_access_control.site.id}",
};

/** The default behavior of a bucket with AWS's recommended settings. */
export const bucketBehavior = {
  target_origin_id: "s3",
  allowed_methods: ["GET", "HEAD"],
  cached_methods: ["GET", "HEAD"],
  cache_policy_id: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  viewer_protocol_policy: "redirect-to-https",
};
