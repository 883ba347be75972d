// An alternate domain name is a host name; a wildcard may only be its first label.
import { checkDistributions } from "../check";
import { shown, textsOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const ALIAS = /^(\*\.)?([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z0-9-]+$/;

/** CloudFront refuses schemes, paths, ports and capitals at apply. */
export const noMalformedAlias: Rule = {
  id: "no-malformed-alias",
  severity: "error",
  summary: "An alternate domain name must not be anything but a lower-case host name.",
  fix: 'Write "www.example.com", or "*.example.com" for every name of one level.',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
  check: (stack) =>
    checkDistributions(stack, ({ config: { aliases: raw } }) =>
      decide(textsOf(stack, raw), shown("aliases", raw), (aliases) => {
        const wrong = aliases.find((alias) => !ALIAS.test(alias));
        return wrong === undefined ? undefined : `has the alias "${wrong}"`;
      }),
    ),
};
