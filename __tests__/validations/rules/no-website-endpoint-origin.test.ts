import { noWebsiteEndpointOrigin } from "../../../validations/rules/no-website-endpoint-origin";
import { describeRule } from "../support/describe-rule";
import { customOrigin, siteBehavior } from "../support/mutate";

describeRule(noWebsiteEndpointOrigin, {
  fires: {
    "a website endpoint": [
      {
        "distribution.origin.2": customOrigin("old", "shop.s3-website-eu-west-1.amazonaws.com", {
          origin_protocol_policy: "http-only",
        }),
        "distribution.ordered_cache_behavior.1": siteBehavior("/old/*", {
          target_origin_id: "old",
        }),
      },
      /is the website endpoint "shop.s3-website-eu-west-1.amazonaws.com"/,
    ],
  },
  passes: {},
  undecided: {
    "a domain from a variable": {
      "distribution.origin.2": customOrigin("old", "${var.old}"),
      "distribution.ordered_cache_behavior.1": siteBehavior("/old/*", {
        target_origin_id: "old",
      }),
    },
  },
});
