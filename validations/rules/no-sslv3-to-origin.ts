// SSLv3 is broken, and CloudFront speaks nothing else once it is chosen.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { shown, textsOf } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

/** With SSLv3 in the list CloudFront sends SSLv3 handshakes only, whatever else is listed. */
export const noSslv3ToOrigin: Rule = {
  id: "no-sslv3-to-origin",
  severity: "error",
  summary: "SSLv3 to an origin must not be used while the origin supports anything newer.",
  fix: 'Set origin_ssl_protocols to ["TLSv1.2"]; if the origin has nothing newer, suppress this with that reason.',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html",
  check: (stack) =>
    checkOrigins(stack, ({ config }) =>
      blocks(config.custom_origin_config).flatMap(
        ({ origin_ssl_protocols: raw }) =>
          decide(textsOf(stack, raw), shown("origin_ssl_protocols", raw), (protocols) =>
            protocols.includes("SSLv3")
              ? `offers ${JSON.stringify(protocols)}, of which CloudFront uses SSLv3 alone`
              : undefined,
          ) ?? [],
      ),
    ),
};
