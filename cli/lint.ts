import { readFileSync } from "node:fs";
import { fails, type LintResult, lint as lintStack } from "../validations/lint";
import { readDocument } from "../validations/read-document";
import { rulesDocument } from "../validations/rules-document";
import { readSuppressions, type Suppression } from "../validations/suppression";
import { formatLint, toJson } from "./format-lint";
import { parseOptions } from "./parse-options";
import { terminalLines } from "./preview/terminal-text";
import { UsageError } from "./usage-error";

const OPTIONS = {
  json: { type: "boolean" },
  strict: { type: "boolean" },
  unknown: { type: "boolean" },
  rules: { type: "boolean" },
  suppressions: { type: "string" },
} as const;

/**
 * `lint FILE…`: judges Terraform JSON, whoever wrote it, or a plan as JSON.
 *
 * `--json` prints one document in place of text, `--strict` makes warnings fatal, `--unknown` lists
 * what could not be decided, `--suppressions FILE` reads accepted findings, `--rules` prints the
 * documentation of the rules.
 *
 * @returns 0, or 1 when there are errors
 * @throws a {@link UsageError} when a file cannot be used; nothing is printed then
 */
export function lint(args: readonly string[]): number {
  const { positionals: files, values: options } = parseOptions(args, OPTIONS);
  if (options.rules === true) {
    process.stdout.write(rulesDocument());
    return 0;
  }
  if (files.length === 0) throw new UsageError("lint needs a file: lint FILE… [--json] [--strict]");
  const suppressions = options.suppressions === undefined ? [] : readList(options.suppressions);
  const results = files.map((file) => ({ file, result: judge(file, suppressions) }));
  if (options.json === true) console.log(toJson(results));
  else console.log(terminalLines(formatLint(results, { listsUnknown: options.unknown === true })));
  const strictness = options.strict === true ? "warnings" : "errors";
  return results.some(({ result }) => fails(result, strictness)) ? 1 : 0;
}

function judge(file: string, suppressions: readonly Suppression[]): LintResult {
  return lintStack(use(file, readDocument), { suppressions });
}

function readList(file: string): Suppression[] {
  return use(file, readSuppressions);
}

function use<T>(file: string, read: (text: string) => T): T {
  const text = readText(file);
  try {
    return read(text);
  } catch (error) {
    throw new UsageError(`${file} ${(error as Error).message}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`cannot read ${file} (${code}); name a file of Terraform JSON or a plan`);
  }
}
