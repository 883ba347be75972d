import { noExceededQuota } from "../../../validations/rules/no-exceeded-quota";
import { describeRule } from "../support/describe-rule";
import { apiBehavior } from "../support/mutate";

describeRule(noExceededQuota, {
  fires: {
    "76 behaviors": [
      {
        "distribution.ordered_cache_behavior": Array.from({ length: 76 }, (_, at) =>
          apiBehavior(`/api/${at}/*`),
        ),
      },
      /has 76 behaviors, the default quota is 75/,
    ],
  },
  passes: {
    "75 behaviors": {
      "distribution.ordered_cache_behavior": Array.from({ length: 75 }, (_, at) =>
        apiBehavior(`/api/${at}/*`),
      ),
    },
  },
  undecided: {
    "behaviors from a dynamic block": {
      "distribution.dynamic": { ordered_cache_behavior: { for_each: "${var.b}", content: {} } },
    },
  },
});
