import { runCdktf } from "./cdktf";

/** `destroy <stacks…> [cdktf options]`: removes them, once the user approves the plan. */
export function destroy(args: readonly string[]): Promise<number> {
  return runCdktf("destroy", args);
}
