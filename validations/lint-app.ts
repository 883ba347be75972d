// Lints an app before it is synthesized. The only file of this folder that knows CDKTF.
import { type App, TerraformStack } from "cdktf";
import { formatFinding, type LintResult, lint } from "./lint";
import { readBlocks } from "./read-document";
import type { Severity } from "./rule";

/**
 * Lints every stack of an app before anything of any stack is written; call it before `app.synth()`,
 * which writes one stack after the other.
 *
 * @returns the warnings, one text each, for the caller to print
 * @throws when a stack has errors, with all of them
 */
export function lintApp(app: App): string[] {
  const stacks = app.node.findAll().filter(TerraformStack.isStack);
  for (const stack of stacks) stack.prepareStack();
  const found = stacks.map((stack) => ({ path: stack.node.path, result: lintStack(stack) }));
  const errors = found.flatMap(({ path, result }) =>
    texts(result, "error").map((text) => `[${path}] ${text}`),
  );
  if (errors.length > 0) {
    throw new Error(`the lint found errors; nothing was written\n${errors.join("\n")}`);
  }
  return found.flatMap(({ path, result }) =>
    texts(result, "warning").map((text) => `[${path}] ${text}`),
  );
}

function lintStack(stack: TerraformStack): LintResult {
  return lint(readBlocks(stack.toTerraform()));
}

function texts({ findings }: LintResult, severity: Severity): string[] {
  return findings.filter(({ rule }) => rule.severity === severity).map(formatFinding);
}
