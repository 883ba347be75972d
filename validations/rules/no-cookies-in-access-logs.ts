// A session cookie in a log is a session for whoever reads the log.
import { blocks } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { flagOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** Off by default. */
export const noCookiesInAccessLogs: Rule = {
  id: "no-cookies-in-access-logs",
  severity: "warning",
  summary: "Access logs should not have cookies in them: they are sessions.",
  fix: "Set logging_config.include_cookies = false.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) =>
      decide(
        flagOf(stack, blocks(config.logging_config)[0]?.include_cookies),
        "include_cookies",
        (isOn) => (isOn ? "writes cookies to its access logs" : undefined),
      ),
    ),
};
