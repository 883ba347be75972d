// An exception has to say which rule, where and why.
import type { Block } from "../../synthesized/stack";
import { at, violation } from "../outcome";
import type { Rule } from "../rule";
import { malformation, suppressionEntries } from "../suppression";

/** A suppression that is refused suppresses nothing, so its finding is reported as well. */
export const noMalformedSuppression: Rule = {
  id: "no-malformed-suppression",
  severity: "error",
  summary: "A suppression must name a rule, an address and a reason; without them it is refused.",
  fix: 'Write { "id": "<rule>", "address": "<resource>", "reason": "<why this is accepted>" }.',
  link: "https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties",
  asWritten: true,
  check: (stack) =>
    suppressionEntries(stack).flatMap((found) => {
      const message = malformation(found);
      const { address } = (found.entry ?? {}) as Block;
      const owner = found.owner || (typeof address === "string" ? address : "//");
      return message === undefined ? [] : at({ address: owner }, violation(message));
    }),
};
