import { noLegacyViewerTls } from "../../../validations/rules/no-legacy-viewer-tls";
import { describeRule } from "../support/describe-rule";

describeRule(noLegacyViewerTls, {
  fires: {
    "no minimum protocol": [
      { "distribution.viewer_certificate.minimum_protocol_version": undefined },
      /has minimum_protocol_version null/,
    ],
    "a dedicated address": [
      { "distribution.viewer_certificate.ssl_support_method": "vip" },
      /has ssl_support_method "vip"/,
    ],
  },
  passes: {},
  undecided: {
    "a minimum from a variable": {
      "distribution.viewer_certificate.minimum_protocol_version": "${var.tls}",
    },
  },
});
