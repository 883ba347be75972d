// Legacy access logs are written through an ACL, which most buckets no longer have.
import {
  blocks,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { resourceOf } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Buckets made since April 2023 have no ACLs unless object_ownership says otherwise. */
export const noLogsToOwnerEnforcedBucket: Rule = {
  id: "no-logs-to-owner-enforced-bucket",
  severity: "error",
  summary: "Legacy access logs must not go to a bucket that takes no ACLs.",
  fix: "Use v2 logging (aws_cloudwatch_log_delivery), or a log bucket of its own with BucketOwnerPreferred.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging-legacy-s3.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const raw = blocks(config.logging_config)[0]?.bucket;
      const name = textOf(stack, raw);
      if (name === undefined) return undefined;
      const bucket = resourceOf(stack, raw, ["aws_s3_bucket"]);
      if (bucket === undefined) {
        if (name === UNKNOWN) return undecided("the log bucket");
        const isDomain = /\.s3[.-]([a-z0-9-]+\.)?amazonaws\.com$/.test(name);
        return isDomain
          ? undecided("the log bucket's ownership")
          : violation(`logs to "${name}", which is no bucket's domain`);
      }
      const ownership = ownershipOf(stack, bucket);
      if (ownership === UNKNOWN) return undecided("the log bucket's object_ownership");
      const isEnforced = ownership === undefined || ownership === "BucketOwnerEnforced";
      return isEnforced ? violation(`logs to ${bucket.address}, which takes no ACLs`) : undefined;
    }),
};

function ownershipOf(stack: SynthesizedStack, bucket: Resource) {
  const controls = resourcesOfType(stack, "aws_s3_bucket_ownership_controls").find(
    ({ config }) => resourceOf(stack, config.bucket, ["aws_s3_bucket"])?.address === bucket.address,
  );
  return textOf(stack, blocks(controls?.config.rule)[0]?.object_ownership);
}
