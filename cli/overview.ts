import { readStackAt } from "../synthesized/configuration/read";
import { overview as overviewOf } from "../synthesized/overview/overview";
import { readStack } from "../synthesized/read";
import { formatOverview } from "./format-overview";
import { readStackArguments } from "./read-arguments";
import { checkStacks, outputFolder, synthesize } from "./synthesize";

/**
 * `overview [stacks…]` or `overview --config PATH`: prints what would be created.
 *
 * Without a stack it shows them all. It needs no account and no Terraform.
 */
export async function overview(args: readonly string[]): Promise<number> {
  const { stacks, config } = readStackArguments(args);
  const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
  if (config !== undefined) {
    const shown = overviewOf(await readStackAt(config.configFile, config.variableFiles));
    console.log(formatOverview(config.configFile, shown, { color }));
    return 0;
  }
  const known = synthesize();
  checkStacks(stacks, known);
  for (const id of stacks.length === 0 ? known : stacks) {
    const shown = overviewOf(readStack(outputFolder(), id));
    console.log(`${formatOverview(id, shown, { color })}\n`);
  }
  console.log(nextStep(known));
  return 0;
}

function nextStep(known: readonly string[]): string {
  const [stack = "spa-api"] = known.filter((id) => id !== "state");
  return [
    "Nothing was created. Next, with AWS credentials and Terraform:",
    ...(known.includes("state")
      ? ["  npm run deploy -- state     once, for the state bucket"]
      : []),
    `  npm run deploy -- ${stack}`,
    "All commands: npm run help",
  ].join("\n");
}
