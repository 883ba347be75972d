import { noDuplicatePathPattern } from "../../../validations/rules/no-duplicate-path-pattern";
import { describeRule } from "../support/describe-rule";
import { apiBehavior } from "../support/mutate";

describeRule(noDuplicatePathPattern, {
  fires: {
    "a pattern that differs from another by the leading slash alone": [
      {
        "distribution.ordered_cache_behavior.1": apiBehavior("api/*"),
      },
      /more than one behavior for "\/api\/\*"/,
    ],
  },
  passes: {},
  undecided: {
    "a pattern from a variable": {
      "api-behavior.path_pattern": "${var.pattern}",
    },
  },
});
