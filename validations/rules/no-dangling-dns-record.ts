// A record that outlives what it points at can be claimed by anyone.
import { blocks, type Json, type SynthesizedStack } from "../../synthesized/stack";
import { checkResources } from "../check";
import { referencesIn } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const CLAIMABLE =
  /\.(cloudfront\.net|elasticbeanstalk\.com|s3-website[.-][a-z0-9-]+\.amazonaws\.com)\.?$/;

/** By reference, Terraform destroys the record before its target. */
export const noDanglingDnsRecord: Rule = {
  id: "no-dangling-dns-record",
  severity: "error",
  summary: "A DNS record must not name a distribution, environment or website bucket by a literal.",
  fix: "Refer to the resource, such as ${aws_cloudfront_distribution.distribution.domain_name}.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
  check: (stack) =>
    checkResources(stack, "aws_route53_record", ({ config }) => {
      const { records } = config;
      const names = [
        ...blocks(config.alias).map(({ name }) => name),
        ...(Array.isArray(records) ? (records as readonly Json[]) : [records]),
      ];
      return names.flatMap((name) => judge(stack, name));
    }),
};

function judge(stack: SynthesizedStack, raw: Json | undefined): Outcome[] {
  if (referencesIn(raw).length > 0) return [];
  const name = textOf(stack, raw);
  if (name === UNKNOWN) return [undecided("the target of the record")];
  return CLAIMABLE.test(name ?? "") ? [violation(`points at "${name}" by a literal`)] : [];
}
