import type {
  FunctionRuntime,
  SandboxOutcome,
} from "../../../../preview/functions/sandbox/messages";
import { createSandbox, type Sandbox } from "../../../../preview/functions/sandbox/sandbox";

/** When the runs of tests take place. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);

const open: Sandbox[] = [];

/** Loads code into a sandbox that {@link closeSandboxes} closes. */
export async function load(
  code: string,
  runtime: FunctionRuntime = "cloudfront-js-2.0",
): Promise<Sandbox> {
  const sandbox = await createSandbox({ name: "test", code, runtime, pairs: {} });
  open.push(sandbox);
  return sandbox;
}

/** Ends the threads of a test. */
export async function closeSandboxes(): Promise<void> {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
}

/** Runs a sandbox once. */
export function runIn(sandbox: Sandbox, request: object = {}, seed = 1): Promise<SandboxOutcome> {
  return sandbox.run({
    event: { context: { eventType: "viewer-request" }, request },
    now: NOW,
    seed,
  });
}

/** Runs code once in a sandbox of its own. */
export async function run(code: string, runtime?: FunctionRuntime): Promise<SandboxOutcome> {
  return runIn(await load(code, runtime));
}

/** What a run returned, or how else it ended. */
export function valueIn(outcome: SandboxOutcome): unknown {
  return outcome.kind === "returned" ? outcome.value : outcome;
}
