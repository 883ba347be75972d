import { noPlainHttpBucket } from "../../../validations/rules/no-plain-http-bucket";
import { describeRule } from "../support/describe-rule";

describeRule(noPlainHttpBucket, {
  fires: {
    "a bucket without a policy": [
      { "aws_s3_bucket_policy.frontend_bucket": undefined },
      /answers over HTTP: no policy denies it/,
    ],
  },
  passes: {
    "a Deny that the document takes from another": {
      "aws_s3_bucket_policy.frontend_bucket.policy": "${data.aws_iam_policy_document.site.json}",
      "data.aws_iam_policy_document.site.source_policy_documents": [
        "${data.aws_iam_policy_document.tls.json}",
      ],
      "data.aws_iam_policy_document.tls.statement": {
        effect: "Deny",
        principals: { type: "*", identifiers: ["*"] },
        actions: ["s3:*"],
        resources: ["${aws_s3_bucket.frontend_bucket.arn}/*"],
        condition: { test: "Bool", variable: "aws:SecureTransport", values: ["false"] },
      },
    },
  },
  undecided: {
    "a policy from a file": {
      "aws_s3_bucket_policy.frontend_bucket.policy": '${file("policy.json")}',
    },
  },
});
