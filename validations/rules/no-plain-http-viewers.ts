// A page or a token sent over HTTP can be read and changed on the way.
import { checkBehaviors } from "../check";
import { shown, textOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** Every behavior counts: one HTTP path is enough to steal a cookie. */
export const noPlainHttpViewers: Rule = {
  id: "no-plain-http-viewers",
  severity: "error",
  summary: "A behavior must not serve viewers over HTTP.",
  fix: "Set viewer_protocol_policy to redirect-to-https, or to https-only for an API.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
  check: (stack) =>
    checkBehaviors(stack, ({ config: { viewer_protocol_policy: raw } }) =>
      decide(textOf(stack, raw), shown("viewer_protocol_policy", raw), (policy) =>
        policy === "allow-all" ? 'has viewer_protocol_policy "allow-all"' : undefined,
      ),
    ),
};
