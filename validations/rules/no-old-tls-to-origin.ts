// TLS 1.0 and 1.1 are deprecated (RFC 8996).
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { shown, textsOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const OLD = ["TLSv1", "TLSv1.1"];

/** A warning: CloudFront takes the newest protocol that both sides have. */
export const noOldTlsToOrigin: Rule = {
  id: "no-old-tls-to-origin",
  severity: "warning",
  summary: "TLS 1.0 and 1.1 to an origin allow a downgrade to protocols that are deprecated.",
  fix: 'Set origin_ssl_protocols to ["TLSv1.2"].',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  check: (stack) =>
    checkOrigins(stack, ({ config }) =>
      blocks(config.custom_origin_config).flatMap(
        ({ origin_ssl_protocols: raw }) =>
          decide(textsOf(stack, raw), shown("origin_ssl_protocols", raw), (protocols) => {
            const old = protocols.filter((protocol) => OLD.includes(protocol));
            return old.length === 0 ? undefined : `offers ${old.join(" and ")}`;
          }) ?? [],
      ),
    ),
};
