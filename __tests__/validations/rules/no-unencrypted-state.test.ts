import { noUnencryptedState } from "../../../validations/rules/no-unencrypted-state";
import { describeRule } from "../support/describe-rule";

describeRule(noUnencryptedState, {
  fires: {
    "an S3 backend without encryption": [
      { "terraform.backend.s3.encrypt": undefined },
      /has encrypt null/,
    ],
  },
  passes: { "state in Terraform Cloud": { "terraform.backend": undefined, "terraform.cloud": {} } },
  undecided: { "a flag from a variable": { "terraform.backend.s3.encrypt": "${var.encrypt}" } },
});
