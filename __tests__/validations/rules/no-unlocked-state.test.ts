import { noUnlockedState } from "../../../validations/rules/no-unlocked-state";
import { describeRule } from "../support/describe-rule";

describeRule(noUnlockedState, {
  fires: {
    "an S3 backend without a lock file": [
      { "terraform.backend.s3.use_lockfile": undefined },
      /has use_lockfile null and no dynamodb_table/,
    ],
  },
  passes: {
    "the older lock in DynamoDB": {
      "terraform.backend.s3.use_lockfile": undefined,
      "terraform.backend.s3.dynamodb_table": "locks",
    },
    "local state": { "terraform.backend": { local: { path: "terraform.tfstate" } } },
  },
  undecided: { "a flag from a variable": { "terraform.backend.s3.use_lockfile": "${var.lock}" } },
});
