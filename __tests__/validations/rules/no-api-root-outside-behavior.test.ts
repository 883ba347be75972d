import { noApiRootOutsideBehavior } from "../../../validations/rules/no-api-root-outside-behavior";
import { describeRule } from "../support/describe-rule";

describeRule(noApiRootOutsideBehavior, {
  fires: {
    "a pattern with /* over an API that has a method at the path without it": [
      {
        "api-behavior.path_pattern": "/api/users/*",
      },
      /leaves "\/api\/users" to the default behavior, but the API answers GET \/users/,
    ],
  },
  passes: {},
  undecided: {
    "an API whose definition is a file": {
      "aws_api_gateway_rest_api.api.body": '${file("api.json")}',
    },
  },
});
