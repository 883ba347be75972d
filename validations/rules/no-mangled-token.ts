// A string operation on a CDKTF token leaves a text that means nothing to Terraform.
import type { SynthesizedStack } from "../../synthesized/stack";
import { type Leaf, leavesOf } from "../facts/leaves";
import { at, type Outcomes, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const FRAGMENT = /tftoken\[|\btoken\.\d+\]/i;
// CDKTF encodes numbers that it does not know yet as huge negative ones.
const ENCODED = -1e280;

/** `split`, `toLowerCase` or a regular expression on an attribute of a resource. */
export const noMangledToken: Rule = {
  id: "no-mangled-token",
  severity: "error",
  summary: "A CDKTF token must not be cut, joined or lower-cased by JavaScript.",
  fix: "Use Fn.replace, Fn.split and their like, which Terraform evaluates.",
  link: "https://developer.hashicorp.com/terraform/cdktf/concepts/tokens",
  asWritten: true,
  check: (stack: SynthesizedStack) =>
    leavesOf(stack).flatMap((leaf) => at({ address: leaf.address }, judge(leaf))),
};

function judge({ keys, value }: Leaf): Outcomes {
  const place = keys.join(".");
  if (typeof value === "number") {
    return value < ENCODED ? violation(`has a number token in ${place}: ${value}`) : undefined;
  }
  if (FRAGMENT.test(value)) {
    return violation(`has a token in ${place}: ${JSON.stringify(value.slice(0, 60))}`);
  }
  // Every interpolation of a text starts and ends; half of one was cut.
  const opened = value.split("${").length - value.split("$${").length;
  return opened > value.split("}").length - 1
    ? undecided(`${place} ends inside an expression`)
    : undefined;
}
