// Without a condition any distribution of any account may read the bucket.
import { checkResources } from "../check";
import { type Statement, statementsOf } from "../facts/policy-document";
import { outsideExpressions } from "../facts/reference";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const EQUALS = ["stringequals", "arnequals", "arnlike", "stringlike"];

/** The account alone is a weaker pin: every distribution of the account could read. */
export const noUnpinnedBucketPolicy: Rule = {
  id: "no-unpinned-bucket-policy",
  severity: "error",
  summary: "A bucket policy must not let CloudFront in without naming the distribution.",
  fix: 'Add the condition StringEquals "AWS:SourceArn" = the ARN of the distribution.',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  check: (stack) =>
    checkResources(stack, ["aws_s3_bucket_policy", "aws_s3_bucket"], ({ config, type }) => {
      if (type === "aws_s3_bucket" && config.policy === undefined) return undefined;
      const statements = statementsOf(stack, config.policy);
      if (statements === UNKNOWN) return undecided("the policy");
      return statements
        .filter(letsCloudFrontIn)
        .filter((statement) => !isPinned(statement))
        .map(({ actions }) =>
          violation(`allows cloudfront.amazonaws.com ${actions.join(", ")} for every distribution`),
        );
    }),
};

function letsCloudFrontIn({ effect, principals }: Statement): boolean {
  return effect === "Allow" && principals.includes("Service:cloudfront.amazonaws.com");
}

function isPinned({ conditions }: Statement): boolean {
  return conditions.some(({ operator, key, values }) => {
    if (!EQUALS.includes(operator) || key !== "aws:sourcearn" || values.length === 0) return false;
    // Inside an expression "?" and "*" are operators and splats.
    return values.every((value) => !/[*?]/.test(outsideExpressions(value)));
  });
}
