import { readStackAt } from "../synthesized/configuration/read";
import { toHcl } from "../synthesized/hcl/to-hcl";
import { readStack } from "../synthesized/read";
import { readStackArguments } from "./read-arguments";
import { checkStacks, outputFolder, synthesize } from "./synthesize";
import { UsageError } from "./usage-error";

/** `hcl <stack>` or `hcl --config PATH`: prints the configuration as HCL. */
export async function hcl(args: readonly string[]): Promise<number> {
  const { stacks, config } = readStackArguments(args);
  if (config !== undefined) {
    process.stdout.write(toHcl(await readStackAt(config.configFile, config.variableFiles)));
    return 0;
  }
  const known = synthesize();
  const [stack, ...more] = stacks;
  if (stack === undefined || more.length > 0) {
    throw new UsageError(
      `name one stack, for example: npm run hcl -- ${known[0] ?? "spa-api"}; the stacks are: ${known.join(", ")}`,
    );
  }
  checkStacks([stack], known);
  process.stdout.write(toHcl(readStack(outputFolder(), stack)));
  return 0;
}
