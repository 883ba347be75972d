import { noMatchViewerWithHttpViewers } from "../../../validations/rules/no-match-viewer-with-http-viewers";
import { describeRule } from "../support/describe-rule";

describeRule(noMatchViewerWithHttpViewers, {
  fires: {
    "match-viewer for an origin whose behavior allows HTTP": [
      {
        "api-origin.custom_origin_config.origin_protocol_policy": "match-viewer",
        "api-behavior.viewer_protocol_policy": "allow-all",
        "distribution.//": {
          lint: {
            suppress: [{ id: "no-plain-http-viewers", reason: "this test is about origins" }],
          },
        },
      },
      /"match-viewer" while its behavior "\/api\/\*" has "allow-all"/,
    ],
  },
  passes: {
    "match-viewer for an origin whose viewers always use HTTPS": {
      "api-origin.custom_origin_config.origin_protocol_policy": "match-viewer",
    },
  },
  undecided: {
    "a viewer protocol policy from a variable": {
      "api-origin.custom_origin_config.origin_protocol_policy": "match-viewer",
      "api-behavior.viewer_protocol_policy": "${var.policy}",
    },
  },
});
