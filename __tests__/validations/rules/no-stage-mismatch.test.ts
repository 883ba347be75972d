import { noStageMismatch } from "../../../validations/rules/no-stage-mismatch";
import { describeRule } from "../support/describe-rule";

describeRule(noStageMismatch, {
  fires: {
    "a stage in origin_path that the API lacks": [
      { "api-origin.origin_path": "/prod" },
      /requests "\/prod\/api\/\*" from aws_api_gateway_rest_api.api, whose stages are \["api"\]/,
    ],
    "a prefix that is not the stage, without origin_path": [
      { "api-behavior.path_pattern": "/v2/*" },
      /requests "\/v2\/\*"/,
    ],
  },
  passes: {
    "the stage by reference in origin_path": {
      "api-origin.origin_path": "/${aws_api_gateway_stage.stage.stage_name}",
    },
  },
  undecided: {
    "a stage from a variable": { "aws_api_gateway_stage.stage.stage_name": "${var.stage}" },
    "a function that may rewrite the path": {
      "api-origin.origin_path": "/prod",
      "api-behavior.function_association": {
        event_type: "viewer-request",
        function_arn: "${aws_cloudfront_function.fallback.arn}",
      },
    },
  },
});
