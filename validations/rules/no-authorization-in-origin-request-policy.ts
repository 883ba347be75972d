// CloudFront answers 400 to an origin request policy that lists these headers.
import { blocks } from "../../synthesized/stack";
import { checkResources } from "../check";
import { shown, textOf, textsOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const REFUSED = ["authorization", "accept-encoding"];

/** Both belong in a cache policy, or pass with all viewer headers. */
export const noAuthorizationInOriginRequestPolicy: Rule = {
  id: "no-authorization-in-origin-request-policy",
  severity: "error",
  summary: "An origin request policy must not list Authorization or Accept-Encoding by name.",
  fix: "List the header in the cache policy, or forward all viewer headers (allExcept Host).",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html",
  check: (stack) =>
    checkResources(stack, "aws_cloudfront_origin_request_policy", ({ config }) => {
      const [headers] = blocks(config.headers_config);
      if (textOf(stack, headers?.header_behavior) === "allExcept") return undefined;
      const raw = blocks(headers?.headers)[0]?.items;
      return decide(textsOf(stack, raw), shown("items", raw), (items) => {
        const refused = items.find((item) => REFUSED.includes(item.toLowerCase()));
        return refused === undefined ? undefined : `lists the header "${refused}"`;
      });
    }),
};
