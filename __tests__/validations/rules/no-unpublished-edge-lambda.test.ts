import { noUnpublishedEdgeLambda } from "../../../validations/rules/no-unpublished-edge-lambda";
import { describeRule } from "../support/describe-rule";
import type { Patch } from "../support/mutate";

const lambda = (arn: string): Patch => ({
  "api-behavior.lambda_function_association": { event_type: "origin-response", lambda_arn: arn },
});

describeRule(noUnpublishedEdgeLambda, {
  fires: {
    "a function without a version": [
      lambda("${aws_lambda_function.api.arn}"),
      /associates \$\{aws_lambda_function.api.arn\}, which has no version/,
    ],
    "the latest version": [
      lambda("arn:aws:lambda:us-east-1:123456789012:function:edge:$LATEST"),
      /associates "arn.*LATEST"/,
    ],
    "a function in another region": [
      lambda("arn:aws:lambda:eu-west-1:123456789012:function:edge:1"),
      /eu-west-1/,
    ],
  },
  passes: {
    "a numbered version": lambda("arn:aws:lambda:us-east-1:123456789012:function:edge:1"),
    "a qualified ARN": lambda("${aws_lambda_function.api.qualified_arn}"),
  },
  undecided: { "a function from a variable": lambda("${var.edge}") },
});
