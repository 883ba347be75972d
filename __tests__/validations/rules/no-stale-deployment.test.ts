import { noStaleDeployment } from "../../../validations/rules/no-stale-deployment";
import { describeRule } from "../support/describe-rule";

describeRule(noStaleDeployment, {
  fires: {
    "a deployment without triggers": [
      { "aws_api_gateway_deployment.deployment.triggers": undefined },
      /has no triggers/,
    ],
    "a hash of whole resources": [
      {
        "aws_api_gateway_deployment.deployment.triggers": {
          hash: "${sha1(jsonencode([aws_api_gateway_integration.users]))}",
        },
      },
      /hashes the whole of aws_api_gateway_integration.users/,
    ],
    "a deployment that goes before its successor comes": [
      { "aws_api_gateway_deployment.deployment.lifecycle": undefined },
      /has no create_before_destroy/,
    ],
  },
  passes: {
    "a hash of the definition": {
      "aws_api_gateway_deployment.deployment.triggers": {
        hash: "${sha1(jsonencode(aws_api_gateway_rest_api.api.body))}",
      },
    },
  },
  undecided: {
    "triggers from a variable": {
      "aws_api_gateway_deployment.deployment.triggers": "${var.triggers}",
    },
  },
});
