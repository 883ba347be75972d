// A bucket that CloudFront reads without signing has to be public.
import { type Block, blocks, isBlock, type SynthesizedStack } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { originKind } from "../facts/origin-kind";
import { resourceOf } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** An origin access control is the rule; an origin access identity is accepted from those who have one. */
export const noOpenBucketOrigin: Rule = {
  id: "no-open-bucket-origin",
  severity: "error",
  summary: "A bucket must not be an origin without an origin access control that signs.",
  fix: "Create an aws_cloudfront_origin_access_control with signing_behavior always and set origin_access_control_id.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      const kind = originKind(stack, origin);
      if (kind === UNKNOWN) return undecided("domain_name");
      return kind === "bucket" ? access(stack, origin.config) : undefined;
    }),
};

function access(stack: SynthesizedStack, config: Block): Outcomes {
  const identity = blocks(config.s3_origin_config)[0]?.origin_access_identity;
  const id = config.origin_access_control_id;
  if (textOf(stack, identity) !== undefined) return undefined;
  if (textOf(stack, id) === undefined) {
    return violation("is a bucket without origin_access_control_id");
  }
  const control = resourceOf(stack, id, ["aws_cloudfront_origin_access_control"]);
  if (!isBlock(control?.config)) return undecided("the origin access control");
  const signing = textOf(stack, control.config.signing_behavior);
  if (signing === UNKNOWN) return undecided("signing_behavior");
  return signing === "never" ? violation('has signing_behavior "never"') : undefined;
}
