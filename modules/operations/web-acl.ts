import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import { Construct } from "constructs";
import type { WebAclPreset } from "../operations";
import { withinLimit } from "../private/name-limit";
import { usEast1 } from "../us-east-1";

const MANAGED_RULES = [
  "AWSManagedRulesAmazonIpReputationList",
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
];

/**
 * A web ACL for a distribution: AWS managed rules, and a limit of requests for each address.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html
 */
export class WebAcl extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    { name, rateLimit }: WebAclPreset & { readonly name: string },
  ) {
    super(scope, id);
    if (!Number.isInteger(rateLimit) || rateLimit < 10 || rateLimit > 2_000_000_000) {
      throw new Error(
        `rateLimit must be a whole number from 10 to 2000000000, got ${rateLimit} (at ${this.node.path})`,
      );
    }
    this.arn = new Wafv2WebAcl(this, "Resource", {
      name: withinLimit("web ACL", name, this.node.path),
      scope: "CLOUDFRONT",
      provider: usEast1(this),
      defaultAction: { allow: {} },
      visibilityConfig: visible(name),
      rule: [
        {
          name: "rate-limit",
          priority: 0,
          action: { block: {} },
          // The bindings leave statements as they are, so these are Terraform's own names.
          statement: { rate_based_statement: { limit: rateLimit, aggregate_key_type: "IP" } },
          visibilityConfig: visible("rate-limit"),
        },
        ...MANAGED_RULES.map((rule, index) => ({
          name: rule,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: { managed_rule_group_statement: { name: rule, vendor_name: "AWS" } },
          visibilityConfig: visible(rule),
        })),
      ],
      // AWS WAF refuses to delete one that a distribution still names.
      lifecycle: { createBeforeDestroy: true },
    }).arn;
  }
}

function visible(metricName: string) {
  return { cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true };
}
