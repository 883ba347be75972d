import { noSslv3ToOrigin } from "../../../validations/rules/no-sslv3-to-origin";
import { describeRule } from "../support/describe-rule";

describeRule(noSslv3ToOrigin, {
  fires: {
    "SSLv3 among the protocols": [
      { "api-origin.custom_origin_config.origin_ssl_protocols": ["SSLv3", "TLSv1.2"] },
      /offers \["SSLv3","TLSv1.2"\], of which CloudFront uses SSLv3 alone/,
    ],
  },
  passes: {
    "SSLv3 with the reason in the configuration": {
      "api-origin.custom_origin_config.origin_ssl_protocols": ["SSLv3"],
      "distribution.//": {
        lint: { suppress: [{ id: "no-sslv3-to-origin", reason: "a mainframe of 1999" }] },
      },
    },
  },
  undecided: {
    "protocols from a variable": {
      "api-origin.custom_origin_config.origin_ssl_protocols": "${var.protocols}",
    },
  },
});
