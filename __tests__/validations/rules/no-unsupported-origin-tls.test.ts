import { noUnsupportedOriginTls } from "../../../validations/rules/no-unsupported-origin-tls";
import { describeRule } from "../support/describe-rule";

describeRule(noUnsupportedOriginTls, {
  fires: {
    "TLS 1.3": [
      { "api-origin.custom_origin_config.origin_ssl_protocols": ["TLSv1.2", "TLSv1.3"] },
      /has the protocol "TLSv1.3"/,
    ],
    "an empty list": [
      { "api-origin.custom_origin_config.origin_ssl_protocols": [] },
      /has no origin_ssl_protocols/,
    ],
  },
  passes: {},
  undecided: {
    "protocols from a variable": {
      "api-origin.custom_origin_config.origin_ssl_protocols": "${var.protocols}",
    },
  },
});
