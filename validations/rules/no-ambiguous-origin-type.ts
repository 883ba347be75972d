// An origin is a bucket or a custom origin; CloudFront takes neither both nor a guess.
import { blocks } from "../../synthesized/stack";
import { checkOrigins } from "../check";
import { originKind } from "../facts/origin-kind";
import { textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Without any of the blocks Terraform declares an S3 origin, so a server needs its own. */
export const noAmbiguousOriginType: Rule = {
  id: "no-ambiguous-origin-type",
  severity: "error",
  summary:
    "An origin must not be both a bucket and a custom origin, nor a server without its settings.",
  fix: "Use custom_origin_config for servers and APIs, and origin_access_control_id for a bucket.",
  link: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html",
  check: (stack) =>
    checkOrigins(stack, (origin) => {
      const { config } = origin;
      const custom =
        blocks(config.custom_origin_config).length + blocks(config.vpc_origin_config).length;
      const identity = blocks(config.s3_origin_config)[0]?.origin_access_identity;
      if (custom > 1 || (custom === 1 && textOf(stack, identity) !== undefined)) {
        return violation("has settings of more than one type of origin");
      }
      if (custom === 1) return undefined;
      const kind = originKind(stack, origin);
      if (kind === UNKNOWN) return undecided("domain_name");
      if (kind === "bucket") return undefined;
      return violation(
        `has no custom_origin_config, but ${JSON.stringify(config.domain_name)} is no bucket`,
      );
    }),
};
