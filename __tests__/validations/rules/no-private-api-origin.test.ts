import { noPrivateApiOrigin } from "../../../validations/rules/no-private-api-origin";
import { describeRule } from "../support/describe-rule";

describeRule(noPrivateApiOrigin, {
  fires: {
    "a private API": [
      { "aws_api_gateway_rest_api.api.endpoint_configuration.types": ["PRIVATE"] },
      /leads to aws_api_gateway_rest_api.api, which is private/,
    ],
  },
  passes: {},
  undecided: {
    "an endpoint type from a variable": {
      "aws_api_gateway_rest_api.api.endpoint_configuration.types": ["${var.type}"],
    },
  },
});
