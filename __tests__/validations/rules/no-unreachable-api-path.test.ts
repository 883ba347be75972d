import { noUnreachableApiPath } from "../../../validations/rules/no-unreachable-api-path";
import { describeRule } from "../support/describe-rule";

describeRule(noUnreachableApiPath, {
  fires: {
    "a stage in origin_path and an API without resources under the prefix": [
      {
        "api-origin.origin_path": "/api",
        "aws_api_gateway_method.proxy": undefined,
        "aws_api_gateway_integration.proxy": undefined,
      },
      /asks aws_api_gateway_rest_api.api for "\/api\/\*", but its routes are GET \/users/,
    ],
  },
  passes: {
    "an API defined by OpenAPI": {
      "aws_api_gateway_rest_api.api.body": JSON.stringify({
        paths: { "/orders/{id}": { get: { security: [{ token: [] }] } } },
        components: {
          securitySchemes: { token: { type: "apiKey", in: "header", name: "authorization" } },
        },
      }),
    },
  },
  undecided: {
    "an API whose definition is a file": {
      "aws_api_gateway_rest_api.api.body": '${file("api.json")}',
    },
  },
});
