import { noHttpOnlyOrigin } from "../../../validations/rules/no-http-only-origin";
import { describeRule } from "../support/describe-rule";
import { apiBehavior, customOrigin } from "../support/mutate";

describeRule(noHttpOnlyOrigin, {
  fires: {
    "HTTP alone between CloudFront and an origin": [
      { "api-origin.custom_origin_config.origin_protocol_policy": "http-only" },
      /is reached over "http-only"/,
    ],
  },
  passes: {
    "HTTP for a load balancer with the reason in the configuration": {
      "distribution.origin.2": customOrigin("alb", "${data.aws_lb.backend.dns_name}", {
        origin_protocol_policy: "http-only",
      }),
      "data.aws_lb.backend.tags": { Name: "backend" },
      "distribution.ordered_cache_behavior.1": apiBehavior("/v2/*", { target_origin_id: "alb" }),
      "distribution.//": {
        lint: {
          suppress: [
            { id: "no-http-only-origin", part: 'origin "alb"', reason: "no certificate here" },
          ],
        },
      },
    },
  },
  undecided: {
    "a protocol policy from a variable": {
      "api-origin.custom_origin_config.origin_protocol_policy": "${var.protocol}",
    },
  },
});
