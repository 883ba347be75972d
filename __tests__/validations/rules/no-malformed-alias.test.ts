import { noMalformedAlias } from "../../../validations/rules/no-malformed-alias";
import { describeRule } from "../support/describe-rule";

describeRule(noMalformedAlias, {
  fires: {
    "an alias with a scheme": [
      {
        "distribution.aliases": ["https://shop.example.com"],
        "aws_acm_certificate.certificate.domain_name": "${var.domain}",
      },
      /has the alias "https:\/\/shop.example.com"/,
    ],
    "a wildcard in the middle": [
      {
        "distribution.aliases": ["a.*.example.com"],
        "aws_acm_certificate.certificate.domain_name": "${var.domain}",
      },
      /has the alias "a.\*.example.com"/,
    ],
  },
  passes: {},
  undecided: { "aliases from a variable": { "distribution.aliases": "${var.names}" } },
});
