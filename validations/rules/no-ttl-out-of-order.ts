// min_ttl <= default_ttl <= max_ttl, as CloudFront requires.
import { type Block, blocks, type SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors, checkResources } from "../check";
import { numberOf, textsOf, UNKNOWN } from "../facts/value";
import { type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const NAMES = ["min_ttl", "default_ttl", "max_ttl"] as const;

/** TTLs that are left out take the provider's defaults and are not compared. */
export const noTtlOutOfOrder: Rule = {
  id: "no-ttl-out-of-order",
  severity: "error",
  summary:
    "TTLs must not be negative nor out of order, nor have a minimum when every header is forwarded.",
  fix: "Set min_ttl <= default_ttl <= max_ttl; with every header forwarded, min_ttl 0.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html",
  check: (stack) => [
    ...checkResources(stack, "aws_cloudfront_cache_policy", ({ config }) => order(stack, config)),
    ...checkBehaviors(stack, ({ config }) => {
      const [legacy] = blocks(config.forwarded_values);
      if (legacy === undefined) return undefined;
      const headers = textsOf(stack, legacy.headers);
      const minTtl = numberOf(stack, config.min_ttl);
      if (
        headers !== UNKNOWN &&
        headers.includes("*") &&
        typeof minTtl === "number" &&
        minTtl > 0
      ) {
        return violation(`forwards every header with a min_ttl of ${minTtl} s`);
      }
      return order(stack, config);
    }),
  ],
};

function order(stack: SynthesizedStack, config: Block): Outcomes {
  const ttls = NAMES.map((name) => ({ name, seconds: numberOf(stack, config[name]) }));
  if (ttls.some(({ seconds }) => seconds === UNKNOWN)) return undecided("a TTL is not known");
  const known = ttls.filter(
    (ttl): ttl is { name: (typeof NAMES)[number]; seconds: number } =>
      typeof ttl.seconds === "number",
  );
  const isOrdered = known.every(
    ({ seconds }, at) => seconds >= 0 && seconds >= (known[at - 1]?.seconds ?? 0),
  );
  if (isOrdered) return undefined;
  return violation(`has ${known.map(({ name, seconds }) => `${name} ${seconds}`).join(", ")}`);
}
