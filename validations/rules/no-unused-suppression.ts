// A suppression that accepts nothing hides the next real finding.
import type { Rule } from "../rule";

/** Reported by the engine, which alone knows what the suppressions of a run matched. */
export const noUnusedSuppression: Rule = {
  id: "no-unused-suppression",
  severity: "warning",
  summary: "A suppression that matches no finding is a leftover, or is misspelled.",
  fix: "Remove the suppression, or correct its id, address or part.",
  link: "https://developer.hashicorp.com/terraform/language/syntax/json#comment-properties",
  check: () => [],
};
