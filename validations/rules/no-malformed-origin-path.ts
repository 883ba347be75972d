// CloudFront puts origin_path and the viewer's path together as they are.
import { checkOrigins } from "../check";
import { shown, textOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** `prod` and `/prod/` are refused by the service at apply. */
export const noMalformedOriginPath: Rule = {
  id: "no-malformed-origin-path",
  severity: "error",
  summary: "origin_path must not lack its leading slash, nor end with one.",
  fix: 'Write "/prod", or leave origin_path out.',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginPath",
  check: (stack) =>
    checkOrigins(stack, ({ config: { origin_path: raw } }) =>
      decide(textOf(stack, raw), shown("origin_path", raw), (path) =>
        path === undefined || /^\/.*[^/]$/.test(path) ? undefined : `has the origin_path "${path}"`,
      ),
    ),
};
