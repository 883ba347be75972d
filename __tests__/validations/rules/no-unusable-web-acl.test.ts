import { noUnusableWebAcl } from "../../../validations/rules/no-unusable-web-acl";
import { describeRule } from "../support/describe-rule";

const ARN = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/a1b2c3d4";

// A policy on the API, so that the firewall is not passed.
const having = (web_acl_id: string, acl: object = {}) => ({
  "aws_api_gateway_rest_api.api.policy": "${var.policy}",
  "distribution.web_acl_id": web_acl_id,
  "aws_wafv2_web_acl.edge": {
    name: "edge",
    provider: "aws.us_east_1",
    scope: "CLOUDFRONT",
    ...acl,
  },
});

describeRule(noUnusableWebAcl, {
  fires: {
    "a web ACL for a load balancer": [
      having("${aws_wafv2_web_acl.edge.arn}", { scope: "REGIONAL" }),
      /has aws_wafv2_web_acl.edge, whose scope is REGIONAL/,
    ],
    "a web ACL in the stack's own region": [
      having("${aws_wafv2_web_acl.edge.arn}", { provider: "aws" }),
      /has aws_wafv2_web_acl.edge, which is in eu-west-1/,
    ],
    "the id of a web ACL": [
      having("${aws_wafv2_web_acl.edge.id}"),
      /has the id of aws_wafv2_web_acl.edge; CloudFront needs its arn/,
    ],
    "the id of a web ACL in a plan": [
      having("${unknown(aws_wafv2_web_acl.edge.id, aws_wafv2_web_acl.edge)}"),
      /has the id of aws_wafv2_web_acl.edge/,
    ],
    "a regional ARN": [
      having(ARN.replace("global", "regional")),
      /has the regional web ACL arn:aws:wafv2:us-east-1:123456789012:regional/,
    ],
    "an ARN of another region": [
      having(ARN.replace("us-east-1", "eu-west-1")),
      /has a web ACL in eu-west-1/,
    ],
    "a regional web ACL of AWS WAF Classic": [
      having("${aws_wafregional_web_acl.edge.id}"),
      /has the regional web ACL aws_wafregional_web_acl.edge/,
    ],
  },
  passes: {
    "a web ACL of CloudFront": having("${aws_wafv2_web_acl.edge.arn}"),
    "one that a flag decides on": having(
      '${aws_wafv2_web_acl.edge.id == "" ? null : aws_wafv2_web_acl.edge.arn}',
    ),
    "its ARN": having(ARN),
    "the id of a web ACL of AWS WAF Classic": having("${aws_waf_web_acl.edge.id}"),
  },
  undecided: {
    "a web ACL from a variable": having("${var.acl}"),
    "a web ACL whose region the environment gives": {
      ...having("${aws_wafv2_web_acl.edge.arn}"),
      "provider.aws.1.region": "${var.region}",
    },
    "a web ACL that another configuration has": having("${data.aws_wafv2_web_acl.edge.arn}"),
  },
});
