// What a lint run says, in short.

import type { SynthesizedStack } from "../../../synthesized/stack";
import { lint } from "../../../validations/lint";

/** The ids of the rules that fire, with the part, sorted. */
export function firing(stack: SynthesizedStack): string[] {
  return lint(stack)
    .findings.map(({ rule, finding }) =>
      [rule.severity, rule.id, finding.part].filter((text) => text !== undefined).join(" "),
    )
    .sort();
}
