import { isBlock, type SynthesizedStack } from "../../../synthesized/stack";

/** The first release of the AWS provider that grants everybody both actions. */
const FIRST = [6, 28, 0];

/**
 * Whether Terraform grants `lambda:InvokeFunction` of a function URL with `NONE` by itself. Every
 * release of the AWS provider grants `lambda:InvokeFunctionUrl`, but only those since 6.28.0 grant
 * the other action, which Lambda asks for since October 2025.
 *
 * @returns false when the stack's version constraint admits older releases only
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 * @see https://github.com/hashicorp/terraform-provider-aws/pull/44858
 */
export function providerGrantsPublicUrls({ terraform }: SynthesizedStack): boolean {
  const providers = terraform?.required_providers;
  const aws = isBlock(providers) ? providers.aws : undefined;
  const constraint = isBlock(aws) ? aws.version : aws;
  return typeof constraint !== "string" || constraint.split(",").every(admitsFirst);
}

/** Whether a part of a version constraint, such as `~> 6.0`, admits {@link FIRST} or a later one. */
function admitsFirst(part: string): boolean {
  const [, operator = "", version = ""] = /^\s*([<>=!~]*)\s*([\d.]+)/.exec(part) ?? [];
  const numbers = version.split(".").map(Number);
  if (version === "" || /^(>|>=|!=)$/.test(operator)) return true;
  if (operator === "~>") {
    const fixed = numbers.slice(0, -1);
    return compare(fixed, FIRST.slice(0, fixed.length)) >= 0;
  }
  const order = compare(numbers, FIRST);
  return operator === "<" ? order > 0 : order >= 0;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = b.findIndex((number, index) => (a[index] ?? 0) !== number);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}
