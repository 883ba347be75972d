import { parseArgs } from "node:util";
import { parseOptions } from "./parse-options";

/** Names of stacks, or a file to read in their place. */
export interface StackArguments {
  readonly stacks: readonly string[];
  readonly config?: string | undefined;
}

/**
 * Reads `[stacks…] [--config FILE]`.
 *
 * @throws a {@link UsageError} for an unknown option
 */
export function readStackArguments(args: readonly string[]): StackArguments {
  const { values, positionals } = parseOptions(args, { config: { type: "string" } });
  return { stacks: positionals, config: values.config };
}

// Options of cdktf that take the next argument as their value.
const VALUED = ["app", "output", "outputs-file", "parallelism", "terraform-parallelism"];
const SHORT: Readonly<Record<string, string>> = { app: "a", output: "o" };

/** The stacks among the arguments of `cdktf deploy`, `diff` or `destroy`. */
export function stacksAmong(args: readonly string[]): string[] {
  const valued = [...VALUED, "var", "var-file"].map((name) => {
    const short = SHORT[name];
    return [name, { type: "string" as const, ...(short === undefined ? {} : { short }) }] as const;
  });
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    strict: false,
    options: Object.fromEntries(valued),
  }).positionals;
}
