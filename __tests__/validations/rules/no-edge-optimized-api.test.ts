import { noEdgeOptimizedApi } from "../../../validations/rules/no-edge-optimized-api";
import { describeRule } from "../support/describe-rule";

describeRule(noEdgeOptimizedApi, {
  fires: {
    "an API without an endpoint type": [
      { "aws_api_gateway_rest_api.api.endpoint_configuration": undefined },
      /leads to aws_api_gateway_rest_api.api, whose endpoint is EDGE/,
    ],
  },
  passes: {},
  undecided: {
    "an endpoint type from a variable": {
      "aws_api_gateway_rest_api.api.endpoint_configuration.types": ["${var.type}"],
    },
  },
});
