// An origin without a behavior is never asked for anything.
import { checkOrigins } from "../check";
import { behaviorsOf, isExpression } from "../facts/distribution";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** With one behavior CloudFront uses one origin, however many the distribution defines. */
export const noUnusedOrigin: Rule = {
  id: "no-unused-origin",
  severity: "warning",
  summary: "An origin that no behavior and no origin group uses is never reached.",
  fix: "Add a behavior that targets the origin, or remove the origin.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html",
  check: (stack) =>
    checkOrigins(stack, (origin, distribution) => {
      const { behaviors, groups, ids, isOpen } = distribution;
      if (behaviorsOf(distribution, origin).length > 0) return undefined;
      if (groups.some(({ members }) => members.includes(origin.id))) return undefined;
      const targets = behaviors.map(({ target }) => target);
      const isAnyones = targets.some((target) => target === UNKNOWN || !ids.includes(target));
      const isOpenId = origin.id === UNKNOWN || (isExpression(origin.id) && isAnyones);
      if (isOpen || isOpenId || targets.includes(UNKNOWN)) {
        return undecided("which origin each behavior targets");
      }
      return violation("is used by no behavior and no origin group");
    }),
};
