import { noCredentialsInBackend } from "../../../validations/rules/no-credentials-in-backend";
import { describeRule } from "../support/describe-rule";

describeRule(noCredentialsInBackend, {
  fires: {
    "an access key": [
      { "terraform.backend.s3.access_key": "mock-access-key" },
      /has access_key in its settings/,
    ],
  },
  passes: { "a profile": { "terraform.backend.s3.profile": "shop" } },
  undecided: { "a token from a variable": { "terraform.backend.s3.token": "${var.token}" } },
});
