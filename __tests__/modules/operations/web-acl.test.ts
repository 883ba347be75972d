import type { WebAclPreset } from "../../../modules";
import { withOperations } from "../../support/operated-distribution";
import { addresses, resource } from "../../support/synth";

const synth = (webAcl: WebAclPreset | { arn: string } = { rateLimit: 2_000 }, name = "shop") =>
  withOperations({ webAcl }, name);

const attached = (stack: ReturnType<typeof synth>) =>
  resource(stack, "aws_cloudfront_distribution.distribution").web_acl_id;

describe("the web ACL of a distribution", () => {
  it("is in us-east-1, limits requests of one address, then asks AWS's managed rules", () => {
    const acl = resource(synth(), "aws_wafv2_web_acl.distribution_web_acl");
    expect(acl).toMatchObject({
      name: "shop",
      scope: "CLOUDFRONT",
      provider: "aws.us_east_1",
      default_action: { allow: {} },
    });
    const rules = acl.rule as { name: string; priority: number }[];
    expect(rules.map(({ name, priority }) => [priority, name])).toEqual([
      [0, "rate-limit"],
      [1, "AWSManagedRulesAmazonIpReputationList"],
      [2, "AWSManagedRulesCommonRuleSet"],
      [3, "AWSManagedRulesKnownBadInputsRuleSet"],
    ]);
    expect(rules[0]).toMatchObject({
      action: { block: {} },
      statement: { rate_based_statement: { limit: 2_000, aggregate_key_type: "IP" } },
    });
    expect(rules[1]).toMatchObject({
      override_action: { none: {} },
      statement: {
        managed_rule_group_statement: {
          name: "AWSManagedRulesAmazonIpReputationList",
          vendor_name: "AWS",
        },
      },
    });
  });

  it("is attached", () => {
    expect(attached(synth())).toBe("${aws_wafv2_web_acl.distribution_web_acl.arn}");
  });

  it("goes after the distribution has let go of it, since AWS WAF refuses to delete it before", () => {
    const acl = resource(synth(), "aws_wafv2_web_acl.distribution_web_acl");
    expect(acl.lifecycle).toEqual({ create_before_destroy: true });
  });

  it("may be one that exists", () => {
    const stack = synth({ arn: "arn:acl" });
    expect(attached(stack)).toBe("arn:acl");
    expect(addresses(stack)).toEqual(["aws_cloudfront_distribution.distribution"]);
  });

  it.each([9, 2_000_000_001, 10.5])("refuses a limit of %d", (rateLimit) => {
    expect(() => synth({ rateLimit })).toThrow(
      `rateLimit must be a whole number from 10 to 2000000000, got ${rateLimit} (at test/distribution/web_acl)`,
    );
  });

  it("refuses a name that AWS would refuse", () => {
    expect(() => synth({ rateLimit: 10 }, "x".repeat(129))).toThrow(
      /the name of the web ACL has at most 128 characters/,
    );
  });
});
