// CloudFront sets some headers itself and refuses them as custom headers.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { isDynamic, textOf, UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const REFUSED =
  /^(cache-control|connection|content-length|cookie|host|if-match|if-modified-since|if-none-match|if-range|if-unmodified-since|max-forwards|pragma|proxy-authenticate|proxy-authorization|proxy-connection|range|request-range|te|trailer|transfer-encoding|upgrade|via|x-real-ip|x-(amz|edge)-.*)$/i;
const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/** Values are never shown: a custom header is often a secret. */
export const noForbiddenOriginHeader: Rule = {
  id: "no-forbidden-origin-header",
  severity: "error",
  summary: "A custom origin header must not be one that CloudFront refuses, nor have a line break.",
  fix: "Choose another name, such as x-origin-verify.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html",
  check: (stack) =>
    checkOrigins(stack, ({ config }) => [
      ...(isDynamic(config, "custom_header") ? [undecided("custom_header")] : []),
      ...blocks(config.custom_header).flatMap(({ name: raw, value }): Outcome[] => {
        const name = textOf(stack, raw);
        if (name === UNKNOWN) return [undecided("the name of a custom header")];
        if (name === undefined || !TOKEN.test(name)) {
          return [violation(`has a custom header named ${JSON.stringify(name ?? "")}`)];
        }
        if (REFUSED.test(name))
          return [violation(`sets the header ${name}, which CloudFront refuses`)];
        const isBroken = typeof value === "string" && /[\r\n\0]/.test(value);
        return isBroken ? [violation(`has a line break in the value of ${name}`)] : [];
      }),
    ]),
};
