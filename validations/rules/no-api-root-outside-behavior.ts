// `/orders/*` does not match `/orders`, which then goes to the site.
import { checkBehaviors } from "../check";
import { apiOf } from "../facts/api";
import { patternInApi, sentPattern } from "../facts/api-path";
import { originsOf } from "../facts/distribution";
import { covers } from "../facts/path-pattern";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Fires only when the API answers at that very path, so that a request really goes astray. */
export const noApiRootOutsideBehavior: Rule = {
  id: "no-api-root-outside-behavior",
  severity: "warning",
  summary: "A pattern that ends in /* must not leave out the API's route without the slash.",
  fix: "Add a behavior for the path without /* before or after it, with the same settings.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const { pattern } = behavior;
      if (typeof pattern !== "string" || !pattern.endsWith("/*")) return undefined;
      const bare = pattern.slice(0, -2);
      const others = distribution.behaviors.filter(({ isDefault }) => !isDefault);
      if (
        others.some((other) => typeof other.pattern === "string" && covers(other.pattern, bare))
      ) {
        return undefined;
      }
      return originsOf(distribution, behavior).flatMap((origin) => {
        const api = apiOf(stack, origin);
        if (api === undefined) return [];
        const sent = sentPattern(stack, behavior, origin);
        const below = sent === UNKNOWN ? UNKNOWN : patternInApi(api, sent);
        if (below === UNKNOWN || api.routes === UNKNOWN)
          return [undecided("the API's routes or stage")];
        const root = below.slice(0, -2);
        const lost = api.routes.find((route) => root !== "" && route.pattern === root);
        if (lost === undefined) return [];
        return [
          violation(`leaves "${bare}" to the default behavior, but the API answers ${lost.label}`),
        ];
      });
    }),
};
