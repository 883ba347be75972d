import { noMangledToken } from "../../../validations/rules/no-mangled-token";
import { describeRule } from "../support/describe-rule";

describeRule(noMangledToken, {
  fires: {
    "a token that was lower-cased": [
      { "distribution.comment": "site of ${tftoken[token.12]}" },
      /has a token in comment/,
    ],
    "half a token": [{ "distribution.comment": "TfToken[TOKEN" }, /has a token in comment/],
    "a number token": [
      { "aws_cloudfront_cache_policy.site.comment": -1.8881545897087626e289 },
      /has a number token in comment/,
    ],
  },
  passes: { "a text about tokens": { "distribution.comment": "the token. It is [one]" } },
  undecided: { "a text that ends inside an expression": { "distribution.comment": "a ${b" } },
});
