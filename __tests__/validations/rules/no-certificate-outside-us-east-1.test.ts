import { noCertificateOutsideUsEast1 } from "../../../validations/rules/no-certificate-outside-us-east-1";
import { describeRule } from "../support/describe-rule";

describeRule(noCertificateOutsideUsEast1, {
  fires: {
    "a certificate of the stack's own region": [
      { "aws_acm_certificate.certificate.provider": undefined },
      /has a certificate in eu-west-1/,
    ],
    "the ARN of a certificate elsewhere": [
      {
        "distribution.viewer_certificate.acm_certificate_arn":
          "arn:aws:acm:eu-west-1:123456789012:certificate/a",
      },
      /has a certificate in eu-west-1/,
    ],
  },
  passes: {
    "a validated certificate in us-east-1": {
      "aws_acm_certificate_validation.certificate": {
        provider: "aws.us_east_1",
        certificate_arn: "${aws_acm_certificate.certificate.arn}",
      },
      "distribution.viewer_certificate.acm_certificate_arn":
        "${aws_acm_certificate_validation.certificate.certificate_arn}",
    },
  },
  undecided: {
    "a provider whose region the environment gives": {
      "provider.aws.1.region": "${var.region}",
    },
  },
});
