// Without TLS, cookies and tokens cross the internet in the clear between edge and origin.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { originKind } from "../facts/origin-kind";
import { shown, textOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** A bucket's website endpoint has no TLS and no other choice; another rule speaks about it. */
export const noHttpOnlyOrigin: Rule = {
  id: "no-http-only-origin",
  severity: "error",
  summary: "An origin must not be reached over HTTP, except by a choice written down as one.",
  fix: "Use https-only with a certificate for the origin's domain, or suppress this finding with the reason.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      if (originKind(stack, origin) === "bucket-website") return undefined;
      return blocks(origin.config.custom_origin_config).flatMap(
        ({ origin_protocol_policy: raw }) =>
          decide(textOf(stack, raw), shown("origin_protocol_policy", raw), (policy) =>
            policy === "http-only" ? 'is reached over "http-only"' : undefined,
          ) ?? [],
      );
    }),
};
