// Without a default root object, `/` of a bucket is its listing or a 403.
import { checkDistributions } from "../check";
import { mayRewrite } from "../facts/api-path";
import { originsOf } from "../facts/distribution";
import { originKind } from "../facts/origin-kind";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** A viewer-request function on the default behavior may do the same, so it is not judged. */
export const noMissingRootObject: Rule = {
  id: "no-missing-root-object",
  severity: "warning",
  summary: "A distribution over a bucket should not lack a default root object.",
  fix: 'Set default_root_object = "index.html".',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html",
  check: (stack) =>
    checkDistributions(stack, (distribution) => {
      if (textOf(stack, distribution.config.default_root_object) !== undefined) return undefined;
      const behavior = distribution.behaviors.find(({ isDefault }) => isDefault);
      if (behavior === undefined) return undefined;
      const kinds = originsOf(distribution, behavior).map((origin) => originKind(stack, origin));
      if (!kinds.includes("bucket") && !kinds.includes(UNKNOWN)) return undefined;
      if (mayRewrite(behavior) || kinds.includes(UNKNOWN)) return undecided('what "/" becomes');
      return violation("has a bucket as its default origin and no default_root_object");
    }),
};
