import { noAmbiguousOriginType } from "../../../validations/rules/no-ambiguous-origin-type";
import { describeRule } from "../support/describe-rule";

describeRule(noAmbiguousOriginType, {
  fires: {
    "a bucket's identity beside the settings of a server": [
      {
        "api-origin.s3_origin_config": {
          origin_access_identity: "origin-access-identity/cloudfront/E1",
        },
      },
      /has settings of more than one type of origin/,
    ],
    "an API without custom_origin_config": [
      { "api-origin.custom_origin_config": undefined },
      /has no custom_origin_config/,
    ],
  },
  passes: {},
  undecided: {
    "a domain from a variable without any settings": { "site-origin.domain_name": "${var.bucket}" },
  },
});
