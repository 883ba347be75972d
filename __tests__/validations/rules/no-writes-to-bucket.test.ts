import { noWritesToBucket } from "../../../validations/rules/no-writes-to-bucket";
import { describeRule } from "../support/describe-rule";

describeRule(noWritesToBucket, {
  fires: {
    "all seven methods over a bucket": [
      {
        "site-behavior.allowed_methods": [
          "DELETE",
          "GET",
          "HEAD",
          "OPTIONS",
          "PATCH",
          "POST",
          "PUT",
        ],
      },
      /allows DELETE GET HEAD OPTIONS PATCH POST PUT over a bucket/,
    ],
  },
  passes: {},
  undecided: {
    "methods from a variable": { "site-behavior.allowed_methods": "${var.methods}" },
  },
});
