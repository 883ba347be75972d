// CloudFront has two wildcards and a short list of characters; a route of an API is no pattern.
import { checkBehaviors } from "../check";
import { shown } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const REFUSED = /[^A-Za-z0-9_\-.*$/~"'@:+&?]/g;

/** `{id}`, `{proxy+}`, `|`, `%` and the space are what people try most. */
export const noInvalidPathPattern: Rule = {
  id: "no-invalid-path-pattern",
  severity: "error",
  summary: "A path pattern must not have characters that CloudFront refuses, nor more than 255.",
  fix: "Use letters, digits, _ - . $ / ~ \" ' @ : + & and the wildcards * and ?.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern",
  check: (stack) =>
    checkBehaviors(stack, ({ pattern, config }) =>
      decide(pattern, shown("path_pattern", config.path_pattern), (known = "") => {
        const refused = new Set(known.match(REFUSED) ?? []);
        if (refused.size > 0)
          return `has ${[...refused].map((c) => `"${c}"`).join(", ")} in its pattern`;
        if (known.length > 255) return `has a pattern of ${known.length} characters`;
        return known === "" ? "has no path_pattern" : undefined;
      }),
    ),
};
