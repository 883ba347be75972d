// CloudFront takes the first behavior that matches, not the most specific one.
import { checkDistributions } from "../check";
import type { Distribution } from "../facts/distribution";
import { covers, normalizePattern } from "../facts/path-pattern";
import { UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Equal patterns are left to `no-duplicate-path-pattern`. */
export const noShadowedBehavior: Rule = {
  id: "no-shadowed-behavior",
  severity: "error",
  summary: "A behavior must not come after one whose pattern already matches all of its paths.",
  fix: "Move the narrower pattern before the wider one; for every path use the default behavior.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern",
  check: (stack) => checkDistributions(stack, shadowed),
};

function shadowed({ behaviors, isOpen }: Distribution): Outcome[] {
  const patterns = behaviors.filter(({ isDefault }) => !isDefault).map(({ pattern }) => pattern);
  const open =
    patterns.includes(UNKNOWN) || isOpen ? [undecided("a path_pattern is not known")] : [];
  const known = patterns.filter((pattern) => typeof pattern === "string");
  const found = known.flatMap((pattern, at) => {
    const earlier = known.slice(0, at).find((wide) => isCoveredBy(pattern, wide));
    if (earlier === undefined) return everyPath(pattern);
    return [
      violation(
        `never uses its behavior "${pattern}": "${earlier}" comes first and matches every such path`,
      ),
    ];
  });
  return [...open, ...found];
}

function isCoveredBy(pattern: string, wide: string): boolean {
  return normalizePattern(wide) !== normalizePattern(pattern) && covers(wide, pattern);
}

function everyPath(pattern: string): Outcome[] {
  if (!covers(pattern, "*")) return [];
  return [
    violation(`never uses its default behavior: the behavior "${pattern}" matches every path`),
  ];
}
