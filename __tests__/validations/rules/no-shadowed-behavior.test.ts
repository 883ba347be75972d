import { noShadowedBehavior } from "../../../validations/rules/no-shadowed-behavior";
import { describeRule } from "../support/describe-rule";
import { apiBehavior, siteBehavior } from "../support/mutate";

describeRule(noShadowedBehavior, {
  fires: {
    "a narrower pattern after a wider one": [
      {
        "distribution.ordered_cache_behavior.1": apiBehavior("api/users/?"),
      },
      /never uses its behavior "api\/users\/\?": "\/api\/\*" comes first/,
    ],
    "an ordered pattern for every path": [
      {
        "distribution.ordered_cache_behavior.1": siteBehavior("*"),
      },
      /never uses its default behavior: the behavior "\*" matches every path/,
    ],
  },
  passes: {},
  undecided: {
    "a pattern from a variable": {
      "api-behavior.path_pattern": "/${var.prefix}/*",
    },
  },
});
