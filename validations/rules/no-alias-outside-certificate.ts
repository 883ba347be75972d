// A name that the certificate lacks is refused by CloudFront.
import { blocks, type Resource, type SynthesizedStack } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { resourceOf } from "../facts/reference";
import { textOf, textsOf, UNKNOWN, type Unknown } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Only a certificate of this configuration can be compared. */
export const noAliasOutsideCertificate: Rule = {
  id: "no-alias-outside-certificate",
  severity: "error",
  summary: "An alternate domain name must not be missing from the distribution's certificate.",
  fix: "Add the name to the certificate's subject_alternative_names.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const raw = blocks(config.viewer_certificate)[0]?.acm_certificate_arn;
      if (textOf(stack, raw) === undefined) return undefined;
      const names = namesOf(stack, certificateOf(stack, raw));
      const aliases = textsOf(stack, config.aliases);
      if (names === UNKNOWN || aliases === UNKNOWN)
        return undecided("the names of the certificate");
      return aliases
        .filter((alias) => !names.some((name) => isCovered(alias, name)))
        .map((alias) => violation(`has the alias "${alias}", its certificate ${names.join(", ")}`));
    }),
};

function certificateOf(stack: SynthesizedStack, raw: Parameters<typeof resourceOf>[1]) {
  const validation = resourceOf(stack, raw, ["aws_acm_certificate_validation"]);
  return resourceOf(stack, validation?.config.certificate_arn ?? raw, ["aws_acm_certificate"]);
}

function namesOf(stack: SynthesizedStack, certificate: Resource | undefined): string[] | Unknown {
  const name = textOf(stack, certificate?.config.domain_name);
  const others = textsOf(stack, certificate?.config.subject_alternative_names);
  return typeof name !== "string" || others === UNKNOWN ? UNKNOWN : [name, ...others];
}

function isCovered(alias: string, name: string): boolean {
  if (alias === name) return true;
  return name.startsWith("*.") && alias.slice(alias.indexOf(".")) === name.slice(1);
}
