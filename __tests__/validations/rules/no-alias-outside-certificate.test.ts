import { noAliasOutsideCertificate } from "../../../validations/rules/no-alias-outside-certificate";
import { describeRule } from "../support/describe-rule";

describeRule(noAliasOutsideCertificate, {
  fires: {
    "a name two levels below a wildcard": [
      {
        "distribution.aliases": ["a.b.example.com", "www.example.com"],
        "aws_acm_certificate.certificate.subject_alternative_names": ["*.example.com"],
      },
      /has the alias "a.b.example.com", its certificate shop.example.com, \*.example.com/,
    ],
  },
  passes: {
    "a name that a wildcard covers": {
      "distribution.aliases": ["shop.example.com", "www.example.com"],
      "aws_acm_certificate.certificate.subject_alternative_names": ["*.example.com"],
    },
  },
  undecided: {
    "the ARN of a certificate elsewhere": {
      "distribution.viewer_certificate.acm_certificate_arn":
        "arn:aws:acm:us-east-1:123456789012:certificate/a",
    },
  },
});
