import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { StackSource } from "../../preview/session/load-stack";
import { lint, type RuleFinding } from "../../validations/lint";
import { readDocument } from "../../validations/read-document";

/** The Terraform JSON of a preview. */
export type FileSource = Exclude<StackSource, { readonly stack: unknown }>;

/**
 * What the lint calls an error in the configuration that a preview runs. The preview runs it all the
 * same: it needs less of a configuration than AWS does.
 *
 * @throws when the file is no configuration
 */
export function lintErrors(source: FileSource): readonly RuleFinding[] {
  const file = "configFile" in source ? source.configFile : join(source.stackFolder, "cdk.tf.json");
  const { findings } = lint(readDocument(readFileSync(file, "utf8")));
  return findings.filter(({ rule }) => rule.severity === "error");
}

/** The errors of the configuration that runs now. */
export interface CurrentErrors {
  readonly found: readonly RuleFinding[];
  /** Lints what runs from now on; what cannot be linted runs all the same. */
  update(source: FileSource): void;
}

/** @param onProblem gets the reason when a configuration cannot be linted */
export function currentErrors(onProblem: (message: string) => void): CurrentErrors {
  let found: readonly RuleFinding[] = [];
  return {
    get found() {
      return found;
    },
    update(source) {
      try {
        found = lintErrors(source);
      } catch (error) {
        found = [];
        onProblem(`the configuration cannot be linted (${(error as Error).message})`);
      }
    },
  };
}

/** One sentence each: where, what, what it leads to, and what to do. */
export function formatLintErrors(findings: readonly RuleFinding[]): string[] {
  return findings.map(({ rule, finding: { address, part, message } }) => {
    const problem = part === undefined ? message : `${part} ${message}`;
    return `${address}: ${problem} (${rule.id}); refused, broken or unsafe once deployed. ${rule.fix}`;
  });
}
