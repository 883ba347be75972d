import { noCachedAuthorizer } from "../../../validations/rules/no-cached-authorizer";
import { describeRule } from "../support/describe-rule";

describeRule(noCachedAuthorizer, {
  fires: {
    "the default TTL with two methods": [
      {
        "aws_api_gateway_authorizer.token.authorizer_result_ttl_in_seconds": undefined,
        "aws_api_gateway_method.proxy.authorization": "CUSTOM",
        "aws_api_gateway_method.proxy.authorizer_id": "${aws_api_gateway_authorizer.token.id}",
      },
      /keeps a result for 300 s and guards 2 methods/,
    ],
  },
  passes: {
    "the default TTL with one method": {
      "aws_api_gateway_authorizer.token.authorizer_result_ttl_in_seconds": undefined,
    },
  },
  undecided: {
    "a TTL from a variable": {
      "aws_api_gateway_authorizer.token.authorizer_result_ttl_in_seconds": "${var.ttl}",
    },
  },
});
