import { noIamRouteBehindDistribution } from "../../../validations/rules/no-iam-route-behind-distribution";
import { describeRule } from "../support/describe-rule";

describeRule(noIamRouteBehindDistribution, {
  fires: {
    "a route with AWS_IAM": [
      { "aws_api_gateway_method.proxy.authorization": "AWS_IAM" },
      /leads to ANY \/\{proxy\+\} with AWS_IAM/,
    ],
  },
  passes: {},
  undecided: {
    "an authorization from a variable": {
      "aws_api_gateway_method.proxy.authorization": "${var.authorization}",
    },
  },
});
