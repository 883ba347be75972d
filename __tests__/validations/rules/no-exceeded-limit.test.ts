import { noExceededLimit } from "../../../validations/rules/no-exceeded-limit";
import { describeRule } from "../support/describe-rule";

describeRule(noExceededLimit, {
  fires: {
    "a comment of 129 characters": [
      { "distribution.comment": "a".repeat(129) },
      /has a comment of 129 characters, the limit is 128/,
    ],
    "a function of more than 10 KB": [
      { "aws_cloudfront_function.fallback.code": `// ${"a".repeat(10_240)}` },
      /has 10243 bytes of code, the limit is 10240/,
    ],
    "four connection attempts": [
      { "site-origin.connection_attempts": 4 },
      /has connection_attempts 4, the limits are 1 and 3/,
    ],
    "a read timeout of three minutes": [
      { "api-origin.custom_origin_config.origin_read_timeout": 180 },
      /has origin_read_timeout 180, the limits are 1 and 120/,
    ],
    "a header value of 1784 characters": [
      { "api-origin.custom_header": { name: "x-long", value: "a b ".repeat(446) } },
      /custom header x-long/,
    ],
  },
  passes: {
    "exactly the limits": {
      "distribution.comment": "a".repeat(128),
      "aws_cloudfront_function.fallback.code": "a".repeat(10_240),
      "site-origin.connection_timeout": 10,
    },
  },
  undecided: { "code from a file": { "aws_cloudfront_function.fallback.code": '${file("a.js")}' } },
});
