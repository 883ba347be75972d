import { runCdktf } from "./cdktf";

/** `diff <stack> [cdktf options]`: shows what a deploy would change. */
export function diff(args: readonly string[]): Promise<number> {
  return runCdktf("diff", args);
}
