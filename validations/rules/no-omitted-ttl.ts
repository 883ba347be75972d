// The provider fills in 0 for a TTL that forwarded_values leaves out, not the default of AWS.
import { type Block, blocks, type SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { numberOf, textsOf, UNKNOWN } from "../facts/value";
import { type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Cache policies are left alone: the provider gives those the defaults of AWS. */
export const noOmittedTtl: Rule = {
  id: "no-omitted-ttl",
  severity: "warning",
  summary:
    "A behavior with forwarded_values must write its TTLs out: the Terraform provider sends 0 for those left out, and CloudFront keeps nothing.",
  fix: "Write default_ttl and max_ttl: 0 to keep nothing, else for example 86400 and 31536000, or use a cache policy.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesDefaultTTL",
  check: (stack) =>
    checkBehaviors(stack, ({ config }) => {
      const [legacy] = blocks(config.forwarded_values);
      if (legacy === undefined || config.cache_policy_id) return undefined;
      const headers = textsOf(stack, legacy.headers);
      if (headers !== UNKNOWN && headers.includes("*")) return undefined; // nothing is kept anyway
      return omitted(stack, config);
    }),
};

function omitted(stack: SynthesizedStack, config: Block): Outcomes {
  const defaultTtl = numberOf(stack, config.default_ttl);
  const maxTtl = numberOf(stack, config.max_ttl);
  if (defaultTtl === UNKNOWN || maxTtl === UNKNOWN) return undecided("a TTL is not known");
  if (maxTtl === 0 || (defaultTtl !== undefined && maxTtl !== undefined)) return undefined;
  if (maxTtl !== undefined) {
    return violation(
      "leaves default_ttl out: the provider sends 0, so what comes without Cache-Control is not kept",
    );
  }
  if (defaultTtl) {
    return violation(
      `has default_ttl ${defaultTtl} and leaves max_ttl out: the provider sends 0, which CloudFront refuses as less than the default`,
    );
  }
  const which = defaultTtl === undefined ? "default_ttl and max_ttl" : "max_ttl";
  return violation(`leaves ${which} out: the provider sends 0, so nothing is kept`);
}
