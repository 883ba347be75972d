// The provider accepts four names; another one fails minutes later, at apply.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { shown, textsOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const SUPPORTED = ["SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2"];

/** TLSv1.3 is what people try. */
export const noUnsupportedOriginTls: Rule = {
  id: "no-unsupported-origin-tls",
  severity: "error",
  summary: "origin_ssl_protocols must not have a protocol that CloudFront does not know.",
  fix: "Use SSLv3, TLSv1, TLSv1.1 or TLSv1.2; TLSv1.2 is the best of them.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginSslProtocols.html",
  check: (stack) =>
    checkOrigins(stack, ({ config }) =>
      blocks(config.custom_origin_config).flatMap(
        ({ origin_ssl_protocols: raw }) =>
          decide(textsOf(stack, raw), shown("origin_ssl_protocols", raw), (protocols) => {
            const wrong = protocols.filter((protocol) => !SUPPORTED.includes(protocol));
            if (protocols.length === 0) return "has no origin_ssl_protocols";
            return wrong.length === 0 ? undefined : `has the protocol ${JSON.stringify(wrong[0])}`;
          }) ?? [],
      ),
    ),
};
