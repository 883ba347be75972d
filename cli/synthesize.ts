// Runs `npm run synth`, so that what is shown is what the sources say now.
import { spawnSync } from "node:child_process";
import { stackIds } from "../synthesized/read";
import { unknownStack } from "./unknown-stack";
import { UsageError } from "./usage-error";

/** Where CDKTF writes, from the project's folder. */
export function outputFolder(): string {
  return process.env.CDKTF_OUTDIR || "cdktf.out";
}

/**
 * Synthesizes every stack and passes on what synthesis says.
 *
 * @returns the ids of the stacks
 * @throws when synthesis fails; its own message is printed before
 */
export function synthesize(): string[] {
  const { status, signal, error } = spawnSync("npm", ["run", "--silent", "synth"], {
    // Standard output is for what was asked for.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (error !== undefined) throw error;
  if (signal !== null) throw new Error(`synthesis was ended by ${signal}, before it was done`);
  if (status !== 0) throw new Error("nothing was synthesized; correct what is said above");
  return stackIds(outputFolder());
}

/**
 * Refuses names that are no stacks.
 *
 * @throws a {@link UsageError} with the name and the stacks there are
 */
export function checkStacks(names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(unknownStack(unknown, known));
}
