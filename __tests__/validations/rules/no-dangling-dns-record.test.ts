import { noDanglingDnsRecord } from "../../../validations/rules/no-dangling-dns-record";
import { describeRule } from "../support/describe-rule";

describeRule(noDanglingDnsRecord, {
  fires: {
    "an alias for a distribution by its name": [
      { "aws_route53_record.alias.alias.name": "d111111abcdef8.cloudfront.net" },
      /points at "d111111abcdef8.cloudfront.net" by a literal/,
    ],
    "a record for an environment by its name": [
      {
        "aws_route53_record.eb": {
          zone_id: "Z1",
          name: "api.example.com",
          type: "CNAME",
          records: ["shop.eu-west-1.elasticbeanstalk.com"],
        },
      },
      /points at "shop.eu-west-1.elasticbeanstalk.com"/,
    ],
  },
  passes: {
    "a record for an address": {
      "aws_route53_record.a": { zone_id: "Z1", name: "a.example.com", records: ["192.0.2.1"] },
    },
  },
  undecided: {
    "a target from a variable": { "aws_route53_record.alias.alias.name": "${var.target}" },
  },
});
