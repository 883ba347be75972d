import { noDroppedQueryString } from "../../../validations/rules/no-dropped-query-string";
import { describeRule } from "../support/describe-rule";

describeRule(noDroppedQueryString, {
  fires: {
    "an API behavior without the query string": [
      {
        "api-behavior.origin_request_policy_id": "59781a5b-3903-41f3-afcb-af62929ccde1",
        "aws_api_gateway_method.users.authorization": "NONE",
      },
      /sends no query string to an API/,
    ],
  },
  passes: {},
  undecided: {
    "a policy from a variable": { "api-behavior.origin_request_policy_id": "${var.policy}" },
  },
});
