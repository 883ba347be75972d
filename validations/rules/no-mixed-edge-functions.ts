// One function an event; viewer events take CloudFront functions or Lambda@Edge, not both.
import { blocks } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { isDynamic, textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** CloudFront refuses these at apply. */
export const noMixedEdgeFunctions: Rule = {
  id: "no-mixed-edge-functions",
  severity: "error",
  summary:
    "A behavior must not have two functions for one event, both kinds for viewers, or a CloudFront function for origins.",
  fix: "Join the functions of one event into one, and use Lambda@Edge for origin events.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html",
  check: (stack) =>
    checkBehaviors(stack, ({ config }) => {
      if (isDynamic(config, "function_association")) return undecided("function_association");
      const events = (kind: string) =>
        blocks(config[kind]).map(({ event_type }) => textOf(stack, event_type));
      const functions = events("function_association");
      const lambdas = events("lambda_function_association");
      if ([...functions, ...lambdas].includes(UNKNOWN)) return undecided("an event_type");
      const isViewer = (event: unknown) => typeof event === "string" && event.startsWith("viewer-");
      const origin = functions.find((event) => !isViewer(event));
      if (functions.length > 0 && origin !== undefined) {
        return violation(`has a CloudFront function for "${String(origin)}"`);
      }
      for (const list of [functions, lambdas]) {
        const twice = list.find((event, at) => list.indexOf(event) !== at);
        if (twice !== undefined) return violation(`has two functions for "${String(twice)}"`);
      }
      if (functions.length === 0 || !lambdas.some(isViewer)) return undefined;
      return violation("has CloudFront functions and Lambda@Edge for viewer events");
    }),
};
