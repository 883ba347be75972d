// Custom error responses belong to the whole distribution, so they also replace the API's errors.
import { blocks } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { servesApi } from "../facts/origin-kind";
import { isDynamic, numberOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** The usual SPA fallback turns every 403 and 404 of the API into a page with status 200. */
export const noErrorPageOverApi: Rule = {
  id: "no-error-page-over-api",
  severity: "error",
  summary: "An SPA fallback must not replace the API's error responses.",
  fix: "Remove custom_error_response and rewrite SPA paths in a viewer-request function on the default behavior.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html",
  check: (stack) =>
    checkDistributions(stack, (distribution) => {
      const { behaviors, config } = distribution;
      const serving = behaviors.map((behavior) => servesApi(stack, distribution, behavior));
      const pages = blocks(config.custom_error_response);
      const isOpen = isDynamic(config, "custom_error_response");
      if (serving.every((serves) => serves === false) && !distribution.isOpen) return undefined;
      const masked = pages.filter(({ error_code, response_code }) => {
        const code = numberOf(stack, error_code);
        return (typeof code !== "number" || code < 500) && numberOf(stack, response_code) === 200;
      });
      if (masked.length > 0 && serving.includes(true)) {
        return masked.map(({ error_code }) =>
          violation(`turns every ${String(error_code)} of the API into a 200`),
        );
      }
      const isUncertain = pages.some(
        ({ response_code }) => numberOf(stack, response_code) === UNKNOWN,
      );
      return isOpen || isUncertain || masked.length > 0
        ? undecided("custom_error_response or an origin")
        : undefined;
    }),
};
