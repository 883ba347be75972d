import type { Block } from "../../../synthesized/stack";
import { noUnpinnedBucketPolicy } from "../../../validations/rules/no-unpinned-bucket-policy";
import { bucketPolicy } from "../support/base-bucket";
import { describeRule } from "../support/describe-rule";
import type { Patch } from "../support/mutate";

// The base stack's policy with another condition for CloudFront.
const policy = (condition: Block): Patch => {
  const [distribution, tls] = bucketPolicy.Statement;
  return {
    "aws_s3_bucket_policy.frontend_bucket.policy": JSON.stringify({
      ...bucketPolicy,
      Statement: [{ ...distribution, Condition: condition }, tls],
    }),
  };
};

// The same as `jsonencode` of HCL.
const encoded = (document: string): Patch => ({
  "aws_s3_bucket_policy.frontend_bucket.policy": `\${jsonencode(${document})}`,
});

const DENIES_HTTP = `{
  Effect    = "Deny"
  Principal = "*"
  Action    = "s3:*"
  Resource  = "\${aws_s3_bucket.frontend_bucket.arn}/*"
  Condition = { Bool = { "aws:SecureTransport" = "false" } }
}`;

describeRule(noUnpinnedBucketPolicy, {
  fires: {
    "CloudFront without a condition": [
      policy({ StringEquals: { "AWS:SourceAccount": "123456789012" } }),
      /allows cloudfront.amazonaws.com s3:GetObject for every distribution/,
    ],
    "every distribution of the account": [
      policy({ ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" } }),
      /for every distribution/,
    ],
    "CloudFront without a condition in jsonencode": [
      encoded(`{
        Version = "2012-10-17"
        Statement = [
          {
            Effect    = "Allow"
            Principal = { Service = "cloudfront.amazonaws.com" }
            Action    = "s3:GetObject"
            Resource  = "\${aws_s3_bucket.frontend_bucket.arn}/*"
          },
          ${DENIES_HTTP}
        ]
      }`),
      /allows cloudfront.amazonaws.com s3:GetObject for every distribution/,
    ],
  },
  passes: {
    "a distribution that is there by choice, or one of several": policy({
      StringEquals: {
        "AWS:SourceArn": [
          "${var.staging ? aws_cloudfront_distribution.staging[0].arn : null}",
          '${join("", aws_cloudfront_distribution.distribution[*].arn)}',
        ],
      },
    }),
    "the distribution in jsonencode": encoded(`{
      Statement = [
        {
          Effect    = "Allow"
          Principal = { Service = ["cloudfront.amazonaws.com"] }
          Action    = ["s3:GetObject"]
          Resource  = "\${aws_s3_bucket.frontend_bucket.arn}/*"
          Condition = {
            StringEquals = { "AWS:SourceArn" = aws_cloudfront_distribution.distribution.arn }
          }
        },
        ${DENIES_HTTP}
      ]
    }`),
    "the distribution in a policy document": {
      "aws_s3_bucket_policy.frontend_bucket.policy": "${data.aws_iam_policy_document.site.json}",
      "data.aws_iam_policy_document.site.statement": [
        {
          principals: { type: "Service", identifiers: ["cloudfront.amazonaws.com"] },
          actions: ["s3:GetObject"],
          resources: ["${aws_s3_bucket.frontend_bucket.arn}/*"],
          condition: {
            test: "StringEquals",
            variable: "AWS:SourceArn",
            values: ["${aws_cloudfront_distribution.distribution.arn}"],
          },
        },
        {
          effect: "Deny",
          principals: { type: "*", identifiers: ["*"] },
          actions: ["s3:*"],
          resources: ["${aws_s3_bucket.frontend_bucket.arn}/*"],
          condition: { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
        },
      ],
    },
  },
  undecided: {
    "a policy from a file": {
      "aws_s3_bucket_policy.frontend_bucket.policy": '${file("policy.json")}',
    },
    "statements that a variable adds": encoded("{ Statement = concat([], var.statements) }"),
    "a document that takes over itself": {
      "aws_s3_bucket_policy.frontend_bucket.policy": "${data.aws_iam_policy_document.site.json}",
      "data.aws_iam_policy_document.site.source_policy_documents": [
        "${data.aws_iam_policy_document.site.json}",
      ],
    },
    "a document with the statements of another file": {
      "aws_s3_bucket_policy.frontend_bucket.policy": "${data.aws_iam_policy_document.site.json}",
      "data.aws_iam_policy_document.site.source_policy_documents": ["${var.policy}"],
    },
  },
});
