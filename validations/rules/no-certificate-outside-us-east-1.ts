// CloudFront takes certificates from us-east-1 alone, whatever region the stack is in.
import { blocks, type Json, type SynthesizedStack } from "../../synthesized/stack";
import { checkDistributions } from "../check";
import { lookUp, referencesIn } from "../facts/reference";
import { regionOf } from "../facts/region";
import { textOf, UNKNOWN, type Unknown } from "../facts/value";
import { decide } from "../outcome";
import type { Rule } from "../rule";

const CERTIFICATES = ["aws_acm_certificate", "aws_acm_certificate_validation"];

/** Reads the region off the ARN, or off the provider of the certificate. */
export const noCertificateOutsideUsEast1: Rule = {
  id: "no-certificate-outside-us-east-1",
  severity: "error",
  summary: "The certificate of a distribution must not be in another region than us-east-1.",
  fix: "Create the certificate with a second provider: alias = us_east_1, region = us-east-1.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html",
  check: (stack) =>
    checkDistributions(stack, ({ config }) => {
      const raw = blocks(config.viewer_certificate)[0]?.acm_certificate_arn;
      if (textOf(stack, raw) === undefined) return undefined;
      return decide(certificateRegion(stack, raw), "the certificate's region", (region) =>
        region === "us-east-1" ? undefined : `has a certificate in ${region}`,
      );
    }),
};

function certificateRegion(stack: SynthesizedStack, raw: Json | undefined): string | Unknown {
  const arn = textOf(stack, raw);
  if (typeof arn === "string") return /^arn:[\w-]+:acm:([a-z0-9-]+):/.exec(arn)?.[1] ?? UNKNOWN;
  const reference = referencesIn(raw).find(({ type }) => CERTIFICATES.includes(type));
  const certificate = reference === undefined ? undefined : lookUp(stack, reference);
  return certificate === undefined ? UNKNOWN : regionOf(stack, certificate);
}
