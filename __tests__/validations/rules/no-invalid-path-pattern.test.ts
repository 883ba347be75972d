import { noInvalidPathPattern } from "../../../validations/rules/no-invalid-path-pattern";
import { describeRule } from "../support/describe-rule";

describeRule(noInvalidPathPattern, {
  fires: {
    "a route parameter": [
      {
        "api-behavior.path_pattern": "/api/{proxy+}",
        "aws_api_gateway_rest_api.api.body": '${file("api.json")}',
      },
      /has "\{", "\}" in its pattern/,
    ],
    "a pattern of 256 characters": [
      {
        "api-behavior.path_pattern": `/api/${"a".repeat(250)}*`,
      },
      /has a pattern of 256 characters/,
    ],
  },
  passes: {},
  undecided: {
    "a pattern from a variable": {
      "api-behavior.path_pattern": "/${var.prefix}/*",
    },
  },
});
