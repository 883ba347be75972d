// CloudFront puts a slash before the default root object itself.
import { checkDistributions } from "../check";
import { shown, textOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** With a slash of its own, `/` answers 403. */
export const noLeadingSlashInRootObject: Rule = {
  id: "no-leading-slash-in-root-object",
  severity: "error",
  summary: "The default root object must not start with a slash.",
  fix: 'Write "index.html".',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html",
  check: (stack) =>
    checkDistributions(stack, ({ config: { default_root_object: raw } }) =>
      decide(textOf(stack, raw), shown("default_root_object", raw), (name) =>
        name?.startsWith("/") ? `has the default_root_object "${name}"` : undefined,
      ),
    ),
};
