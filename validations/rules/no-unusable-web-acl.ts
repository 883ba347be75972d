// CloudFront takes a web ACL of AWS WAF by its ARN, of scope CLOUDFRONT, and from us-east-1 alone.
import type { Resource, SynthesizedStack } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { lookUp, type Reference, referencesIn } from "../facts/reference";
import { regionOf } from "../facts/region";
import { textOf, UNKNOWN } from "../facts/value";
import { type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const ARN = /^arn:[\w-]+:wafv2:([a-z0-9-]*):\d*:(global|regional)\//;

/** `apply` fails on each of them: a web ACL for a load balancer, one elsewhere, an id for the ARN. */
export const noUnusableWebAcl: Rule = {
  id: "no-unusable-web-acl",
  severity: "error",
  summary: "The web ACL of a distribution must not be regional, nor be given by its id.",
  fix: 'Give the arn of an aws_wafv2_web_acl with scope = "CLOUDFRONT" and a provider of us-east-1.',
  link: "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const raw = config.web_acl_id;
      const known = textOf(stack, raw);
      if (known === undefined) return undefined;
      const references = referencesIn(raw).filter(({ type }) => /^aws_waf.*_web_acl$/.test(type));
      const [reference] = references;
      if (reference !== undefined) return judgeReference(stack, reference, references);
      return known === UNKNOWN
        ? undecided(`web_acl_id is ${JSON.stringify(raw)}`)
        : judgeArn(known);
    }),
};

function judgeArn(text: string): Outcomes {
  const [, region, scope] = ARN.exec(text) ?? [];
  // An id is one of AWS WAF Classic.
  if (region === undefined) return undefined;
  if (scope === "regional") return violation(`has the regional web ACL ${text}`);
  return region === "us-east-1" ? undefined : violation(`has a web ACL in ${region}`);
}

function judgeReference(
  stack: SynthesizedStack,
  { type, address, ...reference }: Reference,
  all: readonly Reference[],
): Outcomes {
  if (type === "aws_wafregional_web_acl") return violation(`has the regional web ACL ${address}`);
  if (type !== "aws_wafv2_web_acl") return undefined;
  // A plan names the whole resource beside its attribute.
  const isId = all.every(({ attribute }) => attribute === "id" || attribute === "");
  if (isId && all.some(({ attribute }) => attribute === "id")) {
    return violation(`has the id of ${address}; CloudFront needs its arn`);
  }
  const acl = lookUp(stack, { type, address, ...reference });
  return acl === undefined ? undecided(`the scope of ${address}`) : judgeAcl(stack, acl);
}

function judgeAcl(stack: SynthesizedStack, acl: Resource): Outcomes {
  const scope = textOf(stack, acl.config.scope);
  if (scope === "REGIONAL") return violation(`has ${acl.address}, whose scope is REGIONAL`);
  const region = regionOf(stack, acl);
  if (scope === UNKNOWN || region === UNKNOWN) return undecided("scope or region of the web ACL");
  return region === "us-east-1"
    ? undefined
    : violation(`has ${acl.address}, which is in ${region}`);
}
