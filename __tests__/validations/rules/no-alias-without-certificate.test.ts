import { noAliasWithoutCertificate } from "../../../validations/rules/no-alias-without-certificate";
import { describeRule } from "../support/describe-rule";

describeRule(noAliasWithoutCertificate, {
  fires: {
    "an alias with the default certificate": [
      { "distribution.viewer_certificate": { cloudfront_default_certificate: true } },
      /has the alias "shop.example.com" and no certificate of its own/,
    ],
  },
  passes: {
    "the default certificate without an alias": {
      "distribution.viewer_certificate": { cloudfront_default_certificate: true },
      "distribution.aliases": undefined,
    },
  },
  undecided: { "aliases from a variable": { "distribution.aliases": "${var.names}" } },
});
