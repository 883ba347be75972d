import { noPlainHttpViewers } from "../../../validations/rules/no-plain-http-viewers";
import { describeRule } from "../support/describe-rule";

describeRule(noPlainHttpViewers, {
  fires: {
    "HTTP for the viewers of a behavior": [
      { "api-behavior.viewer_protocol_policy": "allow-all" },
      /has viewer_protocol_policy "allow-all"/,
    ],
  },
  passes: { "HTTPS alone": { "api-behavior.viewer_protocol_policy": "https-only" } },
  undecided: {
    "a policy from a variable": { "site-behavior.viewer_protocol_policy": "${var.policy}" },
  },
});
