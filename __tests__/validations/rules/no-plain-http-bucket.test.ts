import { noPlainHttpBucket } from "../../../validations/rules/no-plain-http-bucket";
import { describeRule } from "../support/describe-rule";

describeRule(noPlainHttpBucket, {
  fires: {
    "a bucket without a policy": [
      { "aws_s3_bucket_policy.frontend_bucket": undefined },
      /answers over HTTP: no policy denies it/,
    ],
  },
  passes: {},
  undecided: {
    "a policy from a file": {
      "aws_s3_bucket_policy.frontend_bucket.policy": '${file("policy.json")}',
    },
  },
});
