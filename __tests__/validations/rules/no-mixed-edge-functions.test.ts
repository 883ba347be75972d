import { noMixedEdgeFunctions } from "../../../validations/rules/no-mixed-edge-functions";
import { describeRule } from "../support/describe-rule";

describeRule(noMixedEdgeFunctions, {
  fires: {
    "two functions for one event": [
      {
        "site-behavior.function_association": [
          {
            event_type: "viewer-response",
            function_arn: "${aws_cloudfront_function.fallback.arn}",
          },
          {
            event_type: "viewer-response",
            function_arn: "${aws_cloudfront_function.fallback.arn}",
          },
        ],
      },
      /has two functions for "viewer-response"/,
    ],
    "both kinds for viewers": [
      {
        "site-behavior.lambda_function_association": {
          event_type: "viewer-response",
          lambda_arn: "arn:aws:lambda:us-east-1:123456789012:function:edge:1",
        },
      },
      /has CloudFront functions and Lambda@Edge for viewer events/,
    ],
    "a CloudFront function for an origin event": [
      { "site-behavior.function_association.0.event_type": "origin-response" },
      /has a CloudFront function for "origin-response"/,
    ],
  },
  passes: {
    "a CloudFront function for viewers and Lambda@Edge for the origin": {
      "site-behavior.lambda_function_association": {
        event_type: "origin-response",
        lambda_arn: "arn:aws:lambda:us-east-1:123456789012:function:edge:1",
      },
    },
  },
  undecided: {
    "an event from a variable": {
      "site-behavior.function_association.0.event_type": "${var.event}",
    },
  },
});
