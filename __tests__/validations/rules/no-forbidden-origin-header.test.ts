import { noForbiddenOriginHeader } from "../../../validations/rules/no-forbidden-origin-header";
import { describeRule } from "../support/describe-rule";

describeRule(noForbiddenOriginHeader, {
  fires: {
    "a header that CloudFront sets itself": [
      { "api-origin.custom_header": { name: "X-Edge-Verify", value: "${var.secret}" } },
      /sets the header X-Edge-Verify, which CloudFront refuses/,
    ],
    "a name with a space": [
      { "api-origin.custom_header": { name: "x verify", value: "${var.secret}" } },
      /has a custom header named "x verify"/,
    ],
    "a value with a line break": [
      { "api-origin.custom_header": { name: "x-team", value: "a\r\nb" } },
      /has a line break in the value of x-team/,
    ],
  },
  passes: {
    "a header of one's own": {
      "api-origin.custom_header": { name: "x-origin-verify", value: "${var.secret}" },
    },
  },
  undecided: {
    "a name from a variable": {
      "api-origin.custom_header": { name: "${var.header}", value: "${var.secret}" },
    },
  },
});
