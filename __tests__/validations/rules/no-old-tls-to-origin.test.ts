import { noOldTlsToOrigin } from "../../../validations/rules/no-old-tls-to-origin";
import { describeRule } from "../support/describe-rule";

describeRule(noOldTlsToOrigin, {
  fires: {
    "TLS 1.0 and 1.1 among the protocols": [
      { "api-origin.custom_origin_config.origin_ssl_protocols": ["TLSv1", "TLSv1.1", "TLSv1.2"] },
      /offers TLSv1 and TLSv1.1/,
    ],
  },
  passes: {},
  undecided: {
    "protocols from a variable": {
      "api-origin.custom_origin_config.origin_ssl_protocols": ["${var.protocol}"],
    },
  },
});
