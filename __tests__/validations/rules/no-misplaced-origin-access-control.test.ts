import { noMisplacedOriginAccessControl } from "../../../validations/rules/no-misplaced-origin-access-control";
import { describeRule } from "../support/describe-rule";

describeRule(noMisplacedOriginAccessControl, {
  fires: {
    "an access control on an API": [
      { "api-origin.origin_access_control_id": "${aws_cloudfront_origin_access_control.site.id}" },
      /has origin_access_control_id, but/,
    ],
    "an access control for functions on a bucket": [
      { "aws_cloudfront_origin_access_control.site.origin_access_control_origin_type": "lambda" },
      /has an origin access control of type "lambda"/,
    ],
  },
  passes: {},
  undecided: {
    "an access control of the account": { "site-origin.origin_access_control_id": "E2ABC" },
  },
});
