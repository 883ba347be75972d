import { noCookiesInAccessLogs } from "../../../validations/rules/no-cookies-in-access-logs";
import { describeRule } from "../support/describe-rule";

describeRule(noCookiesInAccessLogs, {
  fires: {
    "cookies in the log": [
      {
        "distribution.logging_config": {
          bucket: "shop-logs.s3.amazonaws.com",
          include_cookies: true,
        },
      },
      /writes cookies to its access logs/,
    ],
  },
  passes: {
    "a log without cookies": {
      "distribution.logging_config": { bucket: "shop-logs.s3.amazonaws.com" },
    },
  },
  undecided: {
    "a flag from a variable": {
      "distribution.logging_config": {
        bucket: "shop-logs.s3.amazonaws.com",
        include_cookies: "${var.cookies}",
      },
    },
  },
});
