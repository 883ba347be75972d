import { noTlsSettingWithoutCertificate } from "../../../validations/rules/no-tls-setting-without-certificate";
import { describeRule } from "../support/describe-rule";

describeRule(noTlsSettingWithoutCertificate, {
  fires: {
    "a minimum protocol with the default certificate": [
      {
        "distribution.aliases": [],
        "distribution.viewer_certificate": {
          cloudfront_default_certificate: true,
          minimum_protocol_version: "TLSv1.2_2021",
        },
      },
      /has minimum_protocol_version "TLSv1.2_2021" with the default certificate/,
    ],
  },
  passes: {},
  undecided: {
    "a minimum from a variable": {
      "distribution.aliases": [],
      "distribution.viewer_certificate": {
        cloudfront_default_certificate: true,
        minimum_protocol_version: "${var.tls}",
      },
    },
  },
});
