import { noExtensionPatternOverApi } from "../../../validations/rules/no-extension-pattern-over-api";
import { describeRule } from "../support/describe-rule";
import { apiBehavior, customOrigin, siteBehavior } from "../support/mutate";

describeRule(noExtensionPatternOverApi, {
  fires: {
    "an extension before the API": [
      {
        "distribution.ordered_cache_behavior": [siteBehavior("*.css"), apiBehavior("/api/*")],
      },
      /comes before the behavior "\/api\/\*" and takes paths from the API/,
    ],
    "an extension that leads to a server": [
      {
        "distribution.origin.2": customOrigin("server", "backend.example.com"),
        "distribution.ordered_cache_behavior.1": apiBehavior("*.json", {
          target_origin_id: "server",
        }),
      },
      /sends paths with this ending to an API/,
    ],
  },
  passes: {
    "an extension after the API": {
      "distribution.ordered_cache_behavior.1": siteBehavior("*.css"),
    },
  },
  undecided: {
    "a pattern from a variable": { "api-behavior.path_pattern": "/${var.prefix}/*" },
  },
});
