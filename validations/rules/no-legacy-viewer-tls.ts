// Without a minimum the provider sets TLSv1; without SNI a distribution costs 600 dollars a month.
import { blocks } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** For distributions with a certificate of their own; the default one leaves no choice. */
export const noLegacyViewerTls: Rule = {
  id: "no-legacy-viewer-tls",
  severity: "error",
  summary: "A distribution with a certificate must not accept TLS below 1.2, nor go without SNI.",
  fix: 'Set minimum_protocol_version = "TLSv1.2_2021" and ssl_support_method = "sni-only".',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const [certificate = {}] = blocks(config.viewer_certificate);
      const ids = [certificate.acm_certificate_arn, certificate.iam_certificate_id];
      if (ids.every((id) => textOf(stack, id) === undefined)) return undefined;
      const minimum = textOf(stack, certificate.minimum_protocol_version);
      const method = textOf(stack, certificate.ssl_support_method);
      if (minimum === UNKNOWN || method === UNKNOWN) return undecided("viewer_certificate");
      if (!/^TLSv1\.[23]_\d{4}/.test(minimum ?? "")) {
        return violation(`has minimum_protocol_version ${JSON.stringify(minimum ?? null)}`);
      }
      if (method === "sni-only") return undefined;
      return violation(`has ssl_support_method ${JSON.stringify(method ?? null)}`);
    }),
};
