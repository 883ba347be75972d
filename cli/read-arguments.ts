import { parseArgs } from "node:util";
import { parseOptions } from "./parse-options";
import { type OwnConfiguration, readOwnConfiguration } from "./preview/stack-options";

/** Names of stacks, or Terraform of the user's own in their place. */
export interface StackArguments {
  readonly stacks: readonly string[];
  readonly config?: OwnConfiguration | undefined;
}

/**
 * Reads `[stacks…] [--config PATH] [--var-file FILE]`.
 *
 * @throws a {@link UsageError} for an unknown option
 */
export function readStackArguments(args: readonly string[]): StackArguments {
  const { values, positionals } = parseOptions(args, {
    config: { type: "string" },
    "var-file": { type: "string", multiple: true },
  });
  return { stacks: positionals, config: readOwnConfiguration(values) };
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
