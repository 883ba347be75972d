// Limits that AWS does not raise; Terraform accepts what exceeds them.
import { type Block, blocks, type SynthesizedStack } from "../../synthesized/stack";
import { checkDistributions, checkOrigins, checkResources } from "../check";
import { numberOf, textOf, UNKNOWN } from "../facts/value";
import { decide, type Outcomes } from "../outcome";
import type { Rule } from "../rule";

// [attribute, least, most] of an origin and of its custom_origin_config.
const ORIGIN = [
  ["connection_attempts", 1, 3],
  ["connection_timeout", 1, 10],
] as const;
const CUSTOM = [
  ["origin_read_timeout", 1, 120],
  ["origin_keepalive_timeout", 1, 120],
] as const;

/** Lengths are counted after Terraform's escapes are undone. */
export const noExceededLimit: Rule = {
  id: "no-exceeded-limit",
  severity: "error",
  summary: "A distribution, function or header must not exceed a limit that AWS does not raise.",
  fix: "Stay within the limit that the message names.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
  check: (stack) => [
    ...checkDistributions(stack, ({ config }) =>
      decide(textOf(stack, config.comment), "comment", (comment = "") =>
        comment.length > 128
          ? `has a comment of ${comment.length} characters, the limit is 128`
          : undefined,
      ),
    ),
    ...checkResources(stack, "aws_cloudfront_function", ({ config }) =>
      decide(textOf(stack, config.code), "code", (code = "") => {
        const bytes = Buffer.byteLength(code);
        return bytes > 10_240 ? `has ${bytes} bytes of code, the limit is 10240` : undefined;
      }),
    ),
    ...checkOrigins(stack, ({ config }) => [
      ...ORIGIN.flatMap((range) => outside(stack, config, range)),
      ...blocks(config.custom_origin_config).flatMap((custom) =>
        CUSTOM.flatMap((range) => outside(stack, custom, range)),
      ),
      ...headers(stack, config),
    ]),
  ],
};

function outside(stack: SynthesizedStack, block: Block, range: readonly [string, number, number]) {
  const [name, least, most] = range;
  return list(
    decide(numberOf(stack, block[name]), name, (value) =>
      value === undefined || (value >= least && value <= most)
        ? undefined
        : `has ${name} ${value}, the limits are ${least} and ${most}`,
    ),
  );
}

function headers(stack: SynthesizedStack, config: Block) {
  const found = blocks(config.custom_header).map(({ name, value }) => ({
    name: textOf(stack, name),
    value: textOf(stack, value),
  }));
  if (found.length > 30)
    return list({ message: `has ${found.length} custom headers, the limit is 30` });
  const size = (text: unknown) => (typeof text === "string" ? text.length : 0);
  const total = found.reduce((sum, { name, value }) => sum + size(name) + size(value), 0);
  const long = found.find(({ name, value }) => size(name) > 256 || size(value) > 1783);
  if (long !== undefined) {
    return list({
      message: `has a custom header ${String(long.name).slice(0, 40)} that exceeds 256 characters of name or 1783 of value`,
    });
  }
  if (total > 10_240)
    return list({ message: `has ${total} characters of custom headers, the limit is 10240` });
  const isOpen = found.some(({ value }) => value === UNKNOWN);
  return isOpen ? list({ unknown: "the length of a custom header" }) : [];
}

function list(outcomes: Outcomes) {
  return outcomes === undefined ? [] : [outcomes].flat();
}
