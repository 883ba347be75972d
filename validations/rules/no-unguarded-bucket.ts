// Whoever may change the bucket's policy may open it, unless it is blocked.
import { resourcesOfType } from "../../synthesized/stack";
import { checkResources } from "../check";
import { resourceOf } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** New buckets are blocked by default; the resource keeps them so. */
export const noUnguardedBucket: Rule = {
  id: "no-unguarded-bucket",
  severity: "warning",
  summary: "A bucket should not be without a public access block of its own.",
  fix: "Add aws_s3_bucket_public_access_block with its four flags true.",
  link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  check: (stack) => {
    const blocks = resourcesOfType(stack, "aws_s3_bucket_public_access_block");
    const guarded = new Set(
      blocks.map(
        ({ config: { bucket } }) =>
          resourceOf(stack, bucket, ["aws_s3_bucket"])?.address ?? textOf(stack, bucket),
      ),
    );
    return checkResources(stack, "aws_s3_bucket", ({ address }) => {
      if (guarded.has(address)) return undefined;
      return guarded.has(UNKNOWN)
        ? undecided("which bucket is blocked")
        : violation("has no public access block");
    });
  },
};
