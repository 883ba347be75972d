import { noMixedCacheSettings } from "../../../validations/rules/no-mixed-cache-settings";
import { describeRule } from "../support/describe-rule";

describeRule(noMixedCacheSettings, {
  fires: {
    "both ways at once": [
      { "site-behavior.forwarded_values": { query_string: false, cookies: { forward: "none" } } },
      /has both forwarded_values and cache_policy_id/,
    ],
    "neither way": [
      { "site-behavior.cache_policy_id": undefined },
      /has neither forwarded_values nor cache_policy_id/,
    ],
  },
  passes: {
    "forwarded_values alone": {
      "site-behavior.cache_policy_id": undefined,
      "site-behavior.forwarded_values": { query_string: false, cookies: { forward: "none" } },
      "site-behavior.default_ttl": 60,
      "site-behavior.max_ttl": 60,
    },
  },
  undecided: {
    "forwarded_values from a dynamic block": {
      "site-behavior.dynamic": { forwarded_values: { for_each: "${var.f}", content: {} } },
    },
  },
});
