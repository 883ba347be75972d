import type { Json } from "../../../synthesized/stack";
import { noCredentialsForAnyOrigin } from "../../../validations/rules/no-credentials-for-any-origin";
import { describeRule } from "../support/describe-rule";
import type { Patch } from "../support/mutate";

const policy = (credentials: boolean, origins: Json): Patch => ({
  "aws_cloudfront_response_headers_policy.cors": {
    name: "cors",
    cors_config: {
      access_control_allow_credentials: credentials,
      access_control_allow_origins: { items: origins },
      access_control_allow_headers: { items: ["content-type"] },
      access_control_allow_methods: { items: ["GET"] },
      origin_override: true,
    },
  },
});

describeRule(noCredentialsForAnyOrigin, {
  fires: {
    "credentials and * in a response headers policy": [
      policy(true, ["*"]),
      /allows credentials for \*/,
    ],
    "credentials and * in a preflight of the API": [
      {
        "aws_api_gateway_integration_response.preflight": {
          rest_api_id: "${aws_api_gateway_rest_api.api.id}",
          resource_id: "${aws_api_gateway_resource.users.id}",
          http_method: "OPTIONS",
          status_code: "200",
          response_parameters: {
            "method.response.header.Access-Control-Allow-Origin": "'*'",
            "method.response.header.Access-Control-Allow-Credentials": "'true'",
          },
        },
      },
      /allows credentials for \*/,
    ],
  },
  passes: {
    "credentials for one origin": policy(true, ["https://shop.example.com"]),
    "every origin without credentials": policy(false, ["*"]),
  },
  undecided: { "origins from a variable": policy(true, "${var.origins}") },
});
