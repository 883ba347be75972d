import { readFileSync, statSync } from "node:fs";
import { readConfiguration } from "../synthesized/configuration/read";
import type { SynthesizedStack } from "../synthesized/stack";
import { fails, type LintResult, lint as lintStack } from "../validations/lint";
import { readBlocks, readDocument } from "../validations/read-document";
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
  "var-file": { type: "string", multiple: true },
} as const;

/**
 * `lint PATH…`: judges Terraform of whoever wrote it, HCL or JSON, a file or a folder, or a plan as
 * JSON.
 *
 * `--json` prints one document in place of text, `--strict` makes warnings fatal, `--unknown` lists
 * what could not be decided, `--suppressions FILE` reads accepted findings, `--rules` prints the
 * documentation of the rules, `--var-file FILE` has values of variables.
 *
 * @returns 0, or 1 when there are errors
 * @throws a {@link UsageError} when a file cannot be used; nothing is printed then
 */
export async function lint(args: readonly string[]): Promise<number> {
  const { positionals: files, values: options } = parseOptions(args, OPTIONS);
  if (options.rules === true) {
    process.stdout.write(rulesDocument());
    return 0;
  }
  if (files.length === 0) {
    throw new UsageError("lint needs a file or a folder: lint PATH… [--json] [--strict]");
  }
  const suppressions = options.suppressions === undefined ? [] : readList(options.suppressions);
  const results = await Promise.all(
    files.map(async (file) => ({
      file,
      result: await judge(file, options["var-file"] ?? [], suppressions),
    })),
  );
  if (options.json === true) console.log(toJson(results));
  else console.log(terminalLines(formatLint(results, { listsUnknown: options.unknown === true })));
  const strictness = options.strict === true ? "warnings" : "errors";
  return results.some(({ result }) => fails(result, strictness)) ? 1 : 0;
}

async function judge(
  path: string,
  variableFiles: readonly string[],
  suppressions: readonly Suppression[],
): Promise<LintResult> {
  const hasVariables = variableFiles.length > 0;
  const stack =
    hasVariables || isConfiguration(path)
      ? await configuration(path, variableFiles)
      : use(path, readDocument);
  return lintStack(stack, { suppressions });
}

/** What Terraform itself would read: HCL, or a folder. Any other file may also be a plan. */
function isConfiguration(path: string): boolean {
  return path.endsWith(".tf") || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

async function configuration(
  path: string,
  variableFiles: readonly string[],
): Promise<SynthesizedStack> {
  const { block } = await readConfiguration(path, variableFiles).catch((error: Error) => {
    throw new UsageError(error.message);
  });
  return named(path, () => readBlocks(block));
}

function readList(file: string): Suppression[] {
  return use(file, readSuppressions);
}

function use<T>(file: string, read: (text: string) => T): T {
  const text = readText(file);
  return named(file, () => read(text));
}

/** Puts the file's name before what is wrong with it. */
function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`${file} ${(error as Error).message}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `cannot read ${file} (${code}); name a file or a folder of Terraform, or a plan as JSON`,
    );
  }
}
