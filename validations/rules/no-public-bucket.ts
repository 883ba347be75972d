// What is public in a bucket is public to the internet, past CloudFront.
import { checkResources } from "../check";
import { statementsOf } from "../facts/policy-document";
import { flagOf, textOf, UNKNOWN } from "../facts/value";
import { all, decide, type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const FLAGS = [
  "block_public_acls",
  "block_public_policy",
  "ignore_public_acls",
  "restrict_public_buckets",
] as const;

/** A flag that is left out is false. */
export const noPublicBucket: Rule = {
  id: "no-public-bucket",
  severity: "error",
  summary:
    "A bucket must not be opened by an ACL, a policy for everyone, or a public access block with a gap.",
  fix: "Set all four flags of aws_s3_bucket_public_access_block, and let this distribution alone read.",
  link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  check: (stack) => [
    ...checkResources(stack, "aws_s3_bucket_public_access_block", ({ config }) => {
      const flags = FLAGS.map((name) => ({ name, value: flagOf(stack, config[name]) }));
      const open = flags.filter(({ value }) => value === undefined || value === false);
      if (open.length > 0) return violation(`has ${open.map(({ name }) => name).join(", ")} off`);
      return flags.some(({ value }) => value === UNKNOWN) ? undecided("a flag") : undefined;
    }),
    ...checkResources(stack, ["aws_s3_bucket_acl", "aws_s3_bucket"], ({ config }) =>
      decide(textOf(stack, config.acl), "acl", (acl) =>
        acl?.startsWith("public-") ? `has the ACL "${acl}"` : undefined,
      ),
    ),
    ...checkResources(stack, ["aws_s3_bucket_policy", "aws_s3_bucket"], ({ config }): Outcomes => {
      if (config.policy === undefined) return undefined;
      const statements = statementsOf(stack, config.policy);
      if (statements === UNKNOWN) return undecided("the policy");
      const open = statements.filter(
        ({ effect, principals, conditions }) =>
          effect === "Allow" && principals.includes("AWS:*") && conditions.length === 0,
      );
      return all(...open.map(({ actions }) => violation(`allows everyone ${actions.join(", ")}`)));
    }),
  ],
};
