// `*.css` also matches `/api/me/x.css`, where the API may answer with what is private.
import { checkBehaviors } from "../check";
import { servesApi } from "../facts/origin-kind";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Web cache deception: the attacker picks the suffix, the victim's answer is cached. */
export const noExtensionPatternOverApi: Rule = {
  id: "no-extension-pattern-over-api",
  severity: "error",
  summary:
    "A pattern for a file extension must not come before an API's pattern, nor lead to an API.",
  fix: "Put the API's pattern first, and send extension patterns to the bucket.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const { pattern, isDefault } = behavior;
      if (pattern === UNKNOWN) return undecided("path_pattern is not known");
      if (isDefault || !/^\/?\*\.[A-Za-z0-9*?]+$/.test(pattern ?? "")) return undefined;
      const own = servesApi(stack, distribution, behavior);
      if (own === true) return violation("sends paths with this ending to an API");
      const { behaviors } = distribution;
      const later = behaviors
        .slice(behaviors.indexOf(behavior) + 1)
        .filter((next) => !next.isDefault);
      const api = later.find((next) => servesApi(stack, distribution, next) === true);
      if (api !== undefined)
        return violation(`comes before the ${api.part} and takes paths from the API`);
      return own === UNKNOWN ? undecided("the origin") : undefined;
    }),
};
