import { noBlockedPreflight } from "../../../validations/rules/no-blocked-preflight";
import { describeRule } from "../support/describe-rule";

describeRule(noBlockedPreflight, {
  fires: {
    "an API with an OPTIONS method behind GET and HEAD": [
      {
        "api-behavior.allowed_methods": ["GET", "HEAD"],
        "aws_api_gateway_method.preflight": {
          rest_api_id: "${aws_api_gateway_rest_api.api.id}",
          resource_id: "${aws_api_gateway_resource.users.id}",
          http_method: "OPTIONS",
          authorization: "NONE",
        },
      },
      /allows GET HEAD, but the API answers OPTIONS/,
    ],
  },
  passes: {
    "an API without CORS behind GET and HEAD": { "api-behavior.allowed_methods": ["GET", "HEAD"] },
  },
  undecided: {
    "an API whose definition is a file": {
      "api-behavior.allowed_methods": ["GET", "HEAD"],
      "aws_api_gateway_rest_api.api.body": '${file("api.json")}',
    },
  },
});
