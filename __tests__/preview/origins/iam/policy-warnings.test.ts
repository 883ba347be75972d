import { policyWarnings } from "../../../../preview/origins/iam/policy-warnings";

const policy = (operator: string) =>
  JSON.stringify({
    Statement: [
      {
        Effect: "Deny",
        Principal: "*",
        Action: "*",
        Condition: { [operator]: { "aws:Referer": "x" } },
      },
    ],
  });

it("names the policies whose condition operators IAM does not have", () => {
  const stack = {
    resource: {
      aws_s3_bucket_policy: {
        good: { policy: policy("StringNotLikeIfExists") },
        bad: { policy: policy("StringNotLikes") },
      },
      aws_api_gateway_rest_api: { none: {}, bad: { policy: policy("IPAddress") } },
    },
  };
  expect(policyWarnings(stack)).toEqual([
    expect.stringContaining(
      'aws_s3_bucket_policy.bad: IAM has no condition operator "StringNotLikes"',
    ),
    expect.stringContaining(
      'aws_api_gateway_rest_api.bad: IAM has no condition operator "IPAddress"',
    ),
  ]);
});
