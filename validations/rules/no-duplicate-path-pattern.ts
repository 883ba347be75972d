// CloudFront refuses two behaviors with one pattern; a leading slash makes no difference.
import { checkDistributions } from "../check";
import { normalizePattern } from "../facts/path-pattern";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** `api/*` and `/api/*` are one pattern. */
export const noDuplicatePathPattern: Rule = {
  id: "no-duplicate-path-pattern",
  severity: "error",
  summary: "Two behaviors of a distribution must not have the same path pattern.",
  fix: "Merge the two behaviors, or give one of them another pattern.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern",
  check: (stack) =>
    checkDistributions(stack, ({ behaviors, isOpen }) => {
      const ordered = behaviors.filter(({ isDefault }) => !isDefault).map(({ pattern }) => pattern);
      const known = ordered.filter((pattern) => typeof pattern === "string").map(normalizePattern);
      const twice = new Set(known.filter((pattern, at) => known.indexOf(pattern) !== at));
      return [
        ...(ordered.includes(UNKNOWN) || isOpen ? [undecided("a path_pattern is not known")] : []),
        ...[...twice].map((pattern) => violation(`has more than one behavior for "${pattern}"`)),
      ];
    }),
};
