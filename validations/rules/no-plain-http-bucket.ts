// A bucket answers over HTTP unless its policy denies it.
import { resourcesOfType } from "../../synthesized/stack";
import { checkResources } from "../check";
import { type Statement, statementsOf } from "../facts/policy-document";
import { resourceOf } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** CloudFront signs over HTTPS; this is about everyone else who has access. */
export const noPlainHttpBucket: Rule = {
  id: "no-plain-http-bucket",
  severity: "warning",
  summary: "A bucket should not answer without TLS.",
  fix: 'Add a Deny for s3:* on bucket and objects when "aws:SecureTransport" is false.',
  link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
  check: (stack) => {
    const policies = resourcesOfType(stack, "aws_s3_bucket_policy").map(({ config }) => {
      const bucket = resourceOf(stack, config.bucket, ["aws_s3_bucket"])?.address;
      const isOpen = bucket === undefined && textOf(stack, config.bucket) === UNKNOWN;
      return { bucket, isOpen, policy: config.policy };
    });
    return checkResources(stack, "aws_s3_bucket", ({ address, config }) => {
      const own = policies.filter(({ bucket, isOpen }) => isOpen || bucket === address);
      const documents = [...own.map(({ policy }) => policy), config.policy]
        .filter((policy) => policy !== undefined)
        .map((policy) => statementsOf(stack, policy));
      if (documents.some((one) => one !== UNKNOWN && one.some(deniesPlainHttp))) return undefined;
      return documents.includes(UNKNOWN)
        ? undecided("the policy")
        : violation("answers over HTTP: no policy denies it");
    });
  },
};

function deniesPlainHttp({ effect, conditions }: Statement): boolean {
  return (
    effect === "Deny" &&
    conditions.some(({ key, values }) => key === "aws:securetransport" && values.includes("false"))
  );
}
