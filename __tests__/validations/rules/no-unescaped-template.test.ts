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
    "the element of a dynamic block outside of it": [
      { "aws_cloudfront_function.fallback.comment": "${origin.value}" },
      /declares no origin.value/,
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
    "names and paths that a converter writes as expressions": {
      "aws_cloudfront_function.fallback.provider": "${aws.us_east_1}",
      "aws_cloudfront_function.fallback.lifecycle": [
        { ignore_changes: ["${comment}"], replace_triggered_by: ["${null_resource.a}"] },
      ],
    },
    "the type of a variable": {
      "variable.names": [{ type: "${map(object({ path = optional(string) }))}" }],
      "variable.on": { type: "${bool}" },
    },
    "the element of a dynamic block": {
      "distribution.dynamic": {
        origin: [
          {
            for_each: "${var.origins}",
            content: [
              {
                domain_name: "${origin.value.domain}",
                dynamic: {
                  custom_header: [
                    {
                      for_each: "${origin.value.headers}",
                      iterator: "${sent}",
                      content: [{ name: "${sent.key}", value: "${origin.key}-${sent.value}" }],
                    },
                  ],
                },
              },
            ],
          },
        ],
      },
    },
  },
  undecided: {
    "a resource of another file": { "distribution.comment": "${aws_iam_role.other.name}" },
    "an expression with names of its own": {
      "distribution.comment": '${join(",", [for key in var.keys : key])}',
    },
  },
});
