import { noUnescapedTemplate } from "../../../validations/rules/no-unescaped-template";
import { describeRule } from "../support/describe-rule";

describeRule(noUnescapedTemplate, {
  fires: {
    "a template literal in function code": [
      {
        "aws_cloudfront_function.fallback.code":
          "function handler(event) { return `${event.request.uri}`; }",
      },
      /has "\$\{event.request.uri\}" in code, but declares no event.request/,
    ],
    "a stage variable of OpenAPI": [
      { "aws_api_gateway_rest_api.api.description": "calls ${stageVariables.host}" },
      /declares no stageVariables.host/,
    ],
    "a time format": [
      { "distribution.comment": "made at %{time_total}" },
      /has "%\{time_total\}" in comment, which is no directive/,
    ],
  },
  passes: {
    "an escaped text": {
      "aws_cloudfront_function.fallback.code": "const a = `$${event.request.uri}`; // %%{x}",
    },
    "expressions of Terraform": {
      "distribution.comment":
        '${var.name != "" ? upper(var.name) : local.names[0]} %{ if var.a }a%{ endif }',
      "locals.names": ["a"],
    },
  },
  undecided: {
    "a resource of another file": { "distribution.comment": "${aws_iam_role.other.name}" },
    "an expression with names of its own": {
      "distribution.comment": '${join(",", [for key in var.keys : key])}',
    },
  },
});
