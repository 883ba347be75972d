// Runs cdktf with the user's terminal, and says what to do next when it fails.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { misspelledSettings } from "../stacks/settings/misspelled";
import { stackIds } from "../synthesized/read";
import { erroredStateStep, erroredStates } from "./errored-state";
import { lostReasonStep } from "./lost-reason";
import { nextStep } from "./next-step";
import { stacksAmong } from "./read-arguments";
import { staleStageStep } from "./stale-stage";
import { outputFolder, synthesize } from "./synthesize";
import { requireTerraform } from "./terraform";
import { unknownStackStep } from "./unknown-stack";
import { UsageError } from "./usage-error";
import { fitted } from "./wrap";

/**
 * Runs `cdktf <verb>` on the stacks and passes every argument on.
 *
 * @returns cdktf's own exit code
 * @throws when no stack is named, nobody could approve the plan, or Terraform is missing; nothing ran
 */
export async function runCdktf(
  verb: "deploy" | "diff" | "destroy",
  args: readonly string[],
): Promise<number> {
  const asksHelp = args.includes("--help") || args.includes("-h");
  if (!asksHelp) {
    check(verb, args);
    requireTerraform(process.env);
    // cdktf keeps to itself what a synthesis that succeeds says.
    for (const warning of misspelledSettings(process.env)) tell(`warning: ${warning}`);
  }
  const { code, output } = await runInTerminal(join("node_modules", ".bin", "cdktf"), [
    verb,
    ...args,
  ]);
  if (code === 0) {
    const left = verb === "deploy" ? staleStageStep(output) : undefined;
    if (left !== undefined) tell(`\n${left}`);
    return 0;
  }
  const [stack = "STACK"] = stacksAmong(args);
  const step =
    nextStep(output) ??
    unknownStackStep(output, () => stackIds(outputFolder())) ??
    lostReasonStep(output, verb, stack);
  const states = verb === "diff" ? [] : erroredStates(outputFolder());
  for (const said of [step, erroredStateStep(states)]) {
    if (said !== undefined) tell(`\n${said}`);
  }
  return code;
}

function tell(text: string): void {
  console.error(fitted(text, process.stderr));
}

function check(verb: "deploy" | "diff" | "destroy", args: readonly string[]): void {
  if (stacksAmong(args).length === 0) {
    const known = synthesize();
    throw new UsageError(
      `name the stacks to ${verb}, for example: npm run ${verb} -- ${known[0] ?? "spa-api"}; the stacks are: ${known.join(", ")}`,
    );
  }
  if (verb === "diff") return;
  // Terraform would refuse nothing and fork the state.
  const step = erroredStateStep(erroredStates(outputFolder()));
  if (step !== undefined) throw new Error(step);
  // Without a terminal cdktf breaks while it asks, and leaves the state locked.
  if (process.stdin.isTTY || args.includes("--auto-approve")) return;
  throw new UsageError(
    `there is no terminal in which you could approve the plan; read it with npm run diff, then add --auto-approve`,
  );
}

/** Shows the output as it comes and keeps it; questions are answered in the user's terminal. */
function runInTerminal(
  command: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["inherit", "pipe", "pipe"] });
    const kept: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      kept.push(text);
      process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      kept.push(text);
      process.stderr.write(text);
    });
    // Ctrl-C reaches cdktf too: it ends Terraform in order, and then this process ends.
    const wait = (): void => {};
    process.on("SIGINT", wait);
    child.on("error", (error) =>
      reject(new Error(`cannot run ${command} (${error.message}); run npm ci first`)),
    );
    child.on("close", (code, signal) => {
      process.off("SIGINT", wait);
      const ended = signal === null ? 1 : 128 + constants.signals[signal];
      resolve({ code: code ?? ended, output: kept.join("") });
    });
  });
}
