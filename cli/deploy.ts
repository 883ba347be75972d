import { runCdktf } from "./cdktf";

/** `deploy <stacks…> [cdktf options]`: creates or changes them, once the user approves the plan. */
export function deploy(args: readonly string[]): Promise<number> {
  return runCdktf("deploy", args);
}
