import { noWafBypass } from "../../../validations/rules/no-waf-bypass";
import { describeRule } from "../support/describe-rule";

describeRule(noWafBypass, {
  fires: {
    "a firewall beside an open API": [
      { "distribution.web_acl_id": "${aws_wafv2_web_acl.edge.arn}" },
      /leads to aws_api_gateway_rest_api.api, which also answers without the firewall/,
    ],
  },
  passes: {
    "a secret header": {
      "distribution.web_acl_id": "${var.acl}",
      "api-origin.custom_header": { name: "x-origin-verify", value: "${var.secret}" },
    },
    "a policy on the API": {
      "distribution.web_acl_id": "${var.acl}",
      "aws_api_gateway_rest_api.api.policy": "${var.policy}",
    },
  },
  undecided: {
    "headers from a dynamic block": {
      "distribution.web_acl_id": "${var.acl}",
      "api-origin.dynamic": { custom_header: { for_each: "${var.headers}", content: {} } },
    },
  },
});
