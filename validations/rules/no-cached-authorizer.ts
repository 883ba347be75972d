// API Gateway caches the authorizer's policy by token and applies it to every other method.
import { resourcesOfType } from "../../synthesized/stack";
import { checkResources } from "../check";
import { refersTo, resourceOf } from "../facts/reference";
import { numberOf, textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Left out, the result is kept for 300 seconds. */
export const noCachedAuthorizer: Rule = {
  id: "no-cached-authorizer",
  severity: "warning",
  summary:
    "A TOKEN authorizer of several methods should not be cached: a narrow policy refuses the next path.",
  fix: "Set authorizer_result_ttl_in_seconds = 0, or let the authorizer allow the whole stage.",
  link: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html",
  check: (stack) =>
    checkResources(stack, "aws_api_gateway_authorizer", ({ address, config }) => {
      const type = textOf(stack, config.type) ?? "TOKEN";
      const seconds = numberOf(stack, config.authorizer_result_ttl_in_seconds) ?? 300;
      if (type === UNKNOWN || seconds === UNKNOWN) return undecided("type or TTL");
      const methods = resourcesOfType(stack, "aws_api_gateway_method").filter(
        ({ config: method }) => {
          if (!refersTo(method.authorizer_id, "aws_api_gateway_authorizer")) return false;
          const used = resourceOf(stack, method.authorizer_id, ["aws_api_gateway_authorizer"]);
          return used?.address === address;
        },
      );
      const isGreedy = methods.some(
        ({ config: method }) => textOf(stack, method.http_method) === "ANY",
      );
      if (type !== "TOKEN" || seconds === 0 || (methods.length < 2 && !isGreedy)) return undefined;
      return violation(`keeps a result for ${seconds} s and guards ${methods.length} methods`);
    }),
};
