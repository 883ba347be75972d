import { noDuplicateOriginId } from "../../../validations/rules/no-duplicate-origin-id";
import { describeRule } from "../support/describe-rule";

describeRule(noDuplicateOriginId, {
  fires: {
    "an origin group with the id of an origin": [
      {
        "distribution.origin_group": {
          origin_id: "s3",
          failover_criteria: { status_codes: [500] },
          member: [{ origin_id: "s3" }, { origin_id: "s3" }],
        },
      },
      /more than one origin with the id "s3"/,
    ],
    "an origin group with the expression that gives an origin its id": [
      {
        "site-origin.origin_id": "origin-${var.stage}",
        "site-behavior.target_origin_id": "origin-${var.stage}",
        "distribution.origin_group": {
          origin_id: "origin-${var.stage}",
          failover_criteria: { status_codes: [500] },
          member: [{ origin_id: "origin-${var.stage}" }, { origin_id: "origin-${var.stage}" }],
        },
      },
      /more than one origin with the id "origin-\$\{var.stage\}"/,
    ],
  },
  passes: {},
  undecided: {
    "an id from a variable": {
      "site-origin.origin_id": "${var.id}",
    },
  },
});
