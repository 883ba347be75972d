import type { Json } from "../../../synthesized/stack";
import { noAuthorizationInOriginRequestPolicy } from "../../../validations/rules/no-authorization-in-origin-request-policy";
import { describeRule } from "../support/describe-rule";
import type { Patch } from "../support/mutate";

const policy = (behavior: string, items: Json): Patch => ({
  "aws_cloudfront_origin_request_policy.own": {
    name: "own",
    headers_config: { header_behavior: behavior, headers: { items } },
    cookies_config: { cookie_behavior: "all" },
    query_strings_config: { query_string_behavior: "all" },
  },
});

describeRule(noAuthorizationInOriginRequestPolicy, {
  fires: {
    "Authorization in a list of headers": [
      policy("whitelist", ["Origin", "Authorization"]),
      /lists the header "Authorization"/,
    ],
  },
  passes: {
    "every header but Accept-Encoding": policy("allExcept", ["Host", "Accept-Encoding"]),
  },
  undecided: { "headers from a variable": policy("whitelist", "${var.headers}") },
});
