import { noBlockedApiMethod } from "../../../validations/rules/no-blocked-api-method";
import { describeRule } from "../support/describe-rule";

describeRule(noBlockedApiMethod, {
  fires: {
    "a POST route behind GET and HEAD": [
      {
        "api-behavior.allowed_methods": ["GET", "HEAD"],
        "aws_api_gateway_method.users.http_method": "POST",
      },
      /allows GET HEAD, so POST \/users of the API is refused/,
    ],
  },
  passes: {
    "a GET route behind GET and HEAD": { "api-behavior.allowed_methods": ["GET", "HEAD"] },
  },
  undecided: {
    "methods from a variable": { "api-behavior.allowed_methods": "${var.methods}" },
  },
});
