import { noUnknownTargetOrigin } from "../../../validations/rules/no-unknown-target-origin";
import { describeRule } from "../support/describe-rule";
import { siteBehavior } from "../support/mutate";

describeRule(noUnknownTargetOrigin, {
  fires: {
    "a target that no origin has as its id": [
      {
        "distribution.ordered_cache_behavior.1": siteBehavior("/v2/*", {
          target_origin_id: "backend",
        }),
      },
      /targets origin "backend", which is not among \["s3","apigw"\]/,
    ],
  },
  passes: {
    "a target that is an origin group": {
      "distribution.origin_group": {
        origin_id: "both",
        failover_criteria: { status_codes: [500] },
        member: [{ origin_id: "s3" }, { origin_id: "s3" }],
      },
      "site-behavior.target_origin_id": "both",
    },
    "a target given by the expression that gives the origin its id": {
      "site-origin.origin_id": "${var.site}",
      "site-behavior.target_origin_id": "${var.site}",
    },
  },
  undecided: {
    "a target from a variable": {
      "site-behavior.target_origin_id": "${var.origin}",
    },
    "origins from a dynamic block": {
      "distribution.dynamic": { origin: { for_each: "${var.o}" } },
    },
  },
});
