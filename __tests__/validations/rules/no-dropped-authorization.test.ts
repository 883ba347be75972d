import { noDroppedAuthorization } from "../../../validations/rules/no-dropped-authorization";
import { describeRule } from "../support/describe-rule";

describeRule(noDroppedAuthorization, {
  fires: {
    "an authorizer behind a behavior that forwards no header": [
      { "api-behavior.origin_request_policy_id": "775133bc-15f2-49f9-abea-afb2e0bf67d2" },
      /drops Authorization, which GET \/users needs \(authorization "CUSTOM"\)/,
    ],
    "forwarded_values without Authorization": [
      {
        "api-behavior.cache_policy_id": undefined,
        "api-behavior.origin_request_policy_id": undefined,
        "api-behavior.min_ttl": 0,
        "api-behavior.default_ttl": 0,
        "api-behavior.max_ttl": 0,
        "api-behavior.forwarded_values": { query_string: true, cookies: { forward: "all" } },
      },
      /drops Authorization, which GET \/users needs/,
    ],
  },
  passes: {
    "forwarded_values with Authorization": {
      "api-behavior.cache_policy_id": undefined,
      "api-behavior.origin_request_policy_id": undefined,
      "api-behavior.min_ttl": 0,
      "api-behavior.default_ttl": 0,
      "api-behavior.max_ttl": 0,
      "api-behavior.forwarded_values": {
        query_string: true,
        headers: ["Authorization"],
        cookies: { forward: "all" },
      },
    },
  },
  undecided: {
    "a policy from a variable": { "api-behavior.origin_request_policy_id": "${var.policy}" },
  },
});
