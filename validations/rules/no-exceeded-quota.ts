// Quotas that AWS raises on request.

import { blocks } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** A warning, since an account's quota may be higher. */
export const noExceededQuota: Rule = {
  id: "no-exceeded-quota",
  severity: "warning",
  summary: "A distribution should not exceed a quota that an account has by default.",
  fix: "Merge behaviors and origins, or request a higher quota before the deployment.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
  check: (stack) =>
    checkDistributions(stack, ({ config, origins, groups, isOpen }) => {
      const aliases = textsOf(stack, config.aliases);
      const counts = [
        ["behaviors", blocks(config.ordered_cache_behavior).length, 75],
        ["origins", origins.length, 100],
        ["origin groups", groups.length, 10],
        ["aliases", aliases === UNKNOWN ? 0 : aliases.length, 100],
      ] as const;
      return [
        ...counts
          .filter(([, count, quota]) => count > quota)
          .map(([name, count, quota]) =>
            violation(`has ${count} ${name}, the default quota is ${quota}`),
          ),
        ...(isOpen || aliases === UNKNOWN ? [undecided("how many there are")] : []),
      ];
    }),
};
