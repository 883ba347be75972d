import { noUnscopedLambdaPermission } from "../../../validations/rules/no-unscoped-lambda-permission";
import { describeRule } from "../support/describe-rule";

describeRule(noUnscopedLambdaPermission, {
  fires: {
    "API Gateway without a source": [
      { "aws_lambda_permission.api.source_arn": undefined },
      /lets apigateway.amazonaws.com invoke without source_arn/,
    ],
  },
  passes: {
    "another account by its number": {
      "aws_lambda_permission.api.source_arn": undefined,
      "aws_lambda_permission.api.principal": "123456789012",
    },
  },
  undecided: {
    "a principal from a variable": {
      "aws_lambda_permission.api.source_arn": undefined,
      "aws_lambda_permission.api.principal": "${var.principal}",
    },
  },
});
