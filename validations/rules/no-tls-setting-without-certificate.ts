// With its default certificate CloudFront ignores these settings and uses TLSv1.
import { blocks } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const NAMES = ["minimum_protocol_version", "ssl_support_method"] as const;

/** Nothing is protected, and every plan shows a difference. */
export const noTlsSettingWithoutCertificate: Rule = {
  id: "no-tls-setting-without-certificate",
  severity: "error",
  summary: "TLS settings must not be given with the default certificate, which ignores them.",
  fix: "Attach a certificate, or leave minimum_protocol_version and ssl_support_method out.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const [certificate = {}] = blocks(config.viewer_certificate);
      const ids = [certificate.acm_certificate_arn, certificate.iam_certificate_id];
      if (ids.some((id) => textOf(stack, id) !== undefined)) return undefined;
      return NAMES.flatMap((name) => {
        const value = textOf(stack, certificate[name]);
        if (value === UNKNOWN) return [undecided(name)];
        // TLSv1 is what holds anyway, and what a plan shows by default.
        if (value === undefined || value === "TLSv1") return [];
        return [violation(`has ${name} "${value}" with the default certificate`)];
      });
    }),
};
