// A preflight that CloudFront refuses blocks the call it announces.
import { blocks } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { apiOf } from "../facts/api";
import { originsOf } from "../facts/distribution";
import { textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** For APIs that have been given OPTIONS, so that pages of other origins may call them. */
export const noBlockedPreflight: Rule = {
  id: "no-blocked-preflight",
  severity: "warning",
  summary: "A behavior must not refuse OPTIONS while its API answers preflights.",
  fix: "Allow OPTIONS in the behavior, or remove CORS from the API: one origin needs none.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/header-caching.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const allowed = textsOf(stack, behavior.config.allowed_methods);
      if (allowed !== UNKNOWN && allowed.includes("OPTIONS")) return undefined;
      return originsOf(distribution, behavior).flatMap((origin) => {
        const api = apiOf(stack, origin);
        if (api === undefined) return [];
        const routes = api.routes === UNKNOWN ? [] : api.routes;
        const { cors_configuration } = api.resource.config;
        const answers = routes.some(({ method }) => method === "OPTIONS");
        if (!answers && blocks(cors_configuration).length === 0) {
          return api.routes === UNKNOWN ? [undecided("the API's routes")] : [];
        }
        if (allowed === UNKNOWN) return [undecided("allowed_methods")];
        return [violation(`allows ${allowed.join(" ")}, but the API answers OPTIONS`)];
      });
    }),
};
