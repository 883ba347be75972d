// The default certificate covers *.cloudfront.net and nothing else.
import { blocks } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { flagOf, shown, textOf, textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** CloudFront refuses such a distribution at apply. */
export const noAliasWithoutCertificate: Rule = {
  id: "no-alias-without-certificate",
  severity: "error",
  summary: "A distribution with alternate domain names must not use the default certificate.",
  fix: "Set viewer_certificate.acm_certificate_arn to a certificate in us-east-1 that covers the names.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const aliases = textsOf(stack, config.aliases);
      if (aliases === UNKNOWN) return undecided(shown("aliases", config.aliases));
      if (aliases.length === 0) return undefined;
      const [certificate] = blocks(config.viewer_certificate);
      const isDefault = flagOf(stack, certificate?.cloudfront_default_certificate) === true;
      const hasOwn = [certificate?.acm_certificate_arn, certificate?.iam_certificate_id].some(
        (id) => textOf(stack, id) !== undefined,
      );
      if (hasOwn && !isDefault) return undefined;
      return violation(`has the alias "${aliases[0]}" and no certificate of its own`);
    }),
};
