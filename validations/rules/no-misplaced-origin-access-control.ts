// An origin access control signs for one kind of origin.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { originKind } from "../facts/origin-kind";
import { resourceOf } from "../facts/reference";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const TYPES: Readonly<Record<string, string>> = { bucket: "s3", "function-url": "lambda" };
const MEDIA = /\.(mediastore|mediapackagev2)\./;

/** A website endpoint and a bucket in custom_origin_config cannot be signed for. */
export const noMisplacedOriginAccessControl: Rule = {
  id: "no-misplaced-origin-access-control",
  severity: "error",
  summary: "An origin access control must not be on an origin that it cannot sign for.",
  fix: "Use it with the bucket's bucket_regional_domain_name (type s3) or a function URL (type lambda) only.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      const { config } = origin;
      if (textOf(stack, config.origin_access_control_id) === undefined) return undefined;
      const kind = originKind(stack, origin);
      if (kind === UNKNOWN) return undecided("domain_name");
      const domain = JSON.stringify(config.domain_name);
      if (MEDIA.test(domain)) return undefined;
      const expected = TYPES[kind];
      if (expected === undefined)
        return violation(`has origin_access_control_id, but ${domain} takes none`);
      if (kind === "bucket" && blocks(config.custom_origin_config).length > 0) {
        return violation("is a bucket with origin_access_control_id and custom_origin_config");
      }
      const control = resourceOf(stack, config.origin_access_control_id, [
        "aws_cloudfront_origin_access_control",
      ]);
      const type = textOf(stack, control?.config.origin_access_control_origin_type);
      if (type === UNKNOWN || type === undefined) return undecided("the origin access control");
      return type === expected
        ? undefined
        : violation(`has an origin access control of type "${type}"`);
    }),
};
