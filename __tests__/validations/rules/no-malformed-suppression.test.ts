import { noMalformedSuppression } from "../../../validations/rules/no-malformed-suppression";
import { describeRule } from "../support/describe-rule";

describeRule(noMalformedSuppression, {
  fires: {
    "a suppression without a reason": [
      {
        "aws_s3_bucket.frontend_bucket.//": {
          lint: { suppress: [{ id: "no-public-bucket", reason: " " }] },
        },
      },
      /suppression of "no-public-bucket" without a reason/,
    ],
    "a suppression at the top level without an address": [
      { "//": { lint: { suppress: [{ id: "no-public-bucket", reason: "a test" }] } } },
      /without an address/,
    ],
    "a suppression in one resource for another": [
      {
        "aws_s3_bucket.frontend_bucket.//": {
          lint: {
            suppress: [{ id: "no-public-bucket", address: "aws_s3_bucket.b", reason: "a test" }],
          },
        },
      },
      /for another address, "aws_s3_bucket.b"/,
    ],
    "a suppression that names no rule": [
      { "//": { lint: { suppress: [{ reason: "a test" }] } } },
      /names no rule/,
    ],
    "a suppression that is a text": [
      { "//": { lint: { suppress: ["no-public-bucket"] } } },
      /is no object: "no-public-bucket"/,
    ],
  },
  passes: { "comments of other tools": { "//": { metadata: { version: "0.21.0" } } } },
  undecided: {},
});
