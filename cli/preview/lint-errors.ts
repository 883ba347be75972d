import { type FileSource, readFileSource } from "../../preview/session/load-stack";
import { lint, type RuleFinding } from "../../validations/lint";
import { readBlocks } from "../../validations/read-document";

/**
 * What the lint calls an error in the configuration that a preview runs. The preview runs it all the
 * same: it needs less of a configuration than AWS does.
 *
 * @throws when the file is no configuration
 */
export async function lintErrors(source: FileSource): Promise<readonly RuleFinding[]> {
  const { block } = await readFileSource(source);
  const { findings } = lint(readBlocks(block));
  return findings.filter(({ rule }) => rule.severity === "error");
}

/** The errors of the configuration that runs now. */
export interface CurrentErrors {
  readonly found: readonly RuleFinding[];
  /** Lints what runs from now on; what cannot be linted runs all the same. */
  update(source: FileSource): Promise<void>;
}

/** @param onProblem gets the reason when a configuration cannot be linted */
export function currentErrors(onProblem: (message: string) => void): CurrentErrors {
  let found: readonly RuleFinding[] = [];
  return {
    get found() {
      return found;
    },
    async update(source) {
      try {
        found = await lintErrors(source);
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
