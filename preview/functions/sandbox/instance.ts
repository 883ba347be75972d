import { createHash, createHmac } from "node:crypto";
import {
  DefaultIntrinsics,
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  RELEASE_SYNC,
} from "quickjs-emscripten";
import { RUN_MILLISECONDS, STACK_BYTES } from "./limits";
import { fixedMemory, leaveFunctionMemory } from "./memory";
import type { SandboxOutcome, SandboxProgram } from "./messages";
import { takeSnapshot } from "./snapshot";
import { createSpentTime } from "./spent-time";

/** A function loaded into its own QuickJS. */
export interface Instance {
  /** Runs the function once, from the state it had after loading. Throws if QuickJS itself broke. */
  run(input: string): SandboxOutcome;
}

/**
 * Loads a function into QuickJS.
 *
 * The code is compiled once. Before each run all memory of QuickJS is set back to what it was then,
 * so that a run finds nothing of the one before it, whatever that did.
 */
export async function createInstance(program: SandboxProgram, builtIns: string): Promise<Instance> {
  const wasmMemory = fixedMemory();
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(RELEASE_SYNC, { wasmMemory } as object),
  );
  const runtime = quickjs.newRuntime({ maxStackSizeBytes: STACK_BYTES });
  const time = createSpentTime(() => performance.now());
  let isRunning = false;
  let isInterrupted = false;
  runtime.setInterruptHandler(() => {
    isInterrupted ||= isRunning && time.spent() > RUN_MILLISECONDS;
    return isInterrupted;
  });
  const context = runtime.newContext({
    intrinsics: { ...DefaultIntrinsics, MapSet: false, Proxy: false },
  });
  const { start, ending, logs, factory } = load(context, program, builtIns);
  leaveFunctionMemory(context);
  const restore = takeSnapshot(wasmMemory);
  const read = (handle: QuickJSHandle): string => {
    const result = context.callFunction(handle, context.undefined);
    return result.error ? "" : context.getString(result.value);
  };

  const runOnce = (input: string): SandboxOutcome => {
    time.start();
    isRunning = true;
    isInterrupted = false;
    const started = context.callFunction(
      start,
      context.undefined,
      factory,
      context.newString(input),
    );
    const error = started.error ?? runtime.executePendingJobs().error;
    isRunning = false;
    const written = () => JSON.parse(read(logs) || "[]") as string[];
    if (isInterrupted) {
      return {
        kind: "timed-out",
        reason: `ran longer than ${RUN_MILLISECONDS} ms`,
        logs: written(),
      };
    }
    if (error !== undefined)
      return { kind: "threw", reason: describe(context.dump(error)), logs: written() };
    const json = read(ending);
    if (json !== "") return withMemoryReason(JSON.parse(json) as SandboxOutcome);
    return {
      kind: "threw",
      reason: "the promise that the handler returned never settles",
      logs: written(),
    };
  };
  // The handles of a run are not freed one by one: the restored memory has never known them.
  return {
    run(input) {
      const outcome = runOnce(input);
      restore();
      return outcome;
    },
  };
}

function load(context: QuickJSContext, program: SandboxProgram, builtIns: string) {
  const prepare = context.unwrapResult(
    context.evalCode(`(function () { ${builtIns}; return builtIns.prepare; })()`, "built-ins.js"),
  );
  const digest = context.newFunction("digest", (algorithm, key, data) => {
    const name = context.getString(algorithm);
    const bytes = Buffer.from(context.getString(data), "hex");
    const hash =
      context.typeof(key) === "undefined"
        ? createHash(name)
        : createHmac(name, Buffer.from(context.getString(key), "hex"));
    return context.newString(hash.update(bytes).digest("hex"));
  });
  const lookup = context.newFunction("lookup", (key) => {
    const name = context.getString(key);
    return Object.hasOwn(program.pairs, name)
      ? context.newString(program.pairs[name] ?? "")
      : context.undefined;
  });
  const store = program.store === undefined ? "" : JSON.stringify(program.store);
  const environment = context.unwrapResult(
    context.callFunction(
      prepare,
      context.undefined,
      context.newString(program.runtime),
      context.newString(store),
      digest,
      lookup,
    ),
  );
  return {
    factory: context.unwrapResult(
      context.evalCode(wrap(program.code), `${program.name}.js`, { strict: true }),
    ),
    start: context.getProp(environment, "start"),
    ending: context.getProp(environment, "ending"),
    logs: context.getProp(environment, "logs"),
  };
}

/** Compiles but does not run: a function's top level runs at the beginning of each run. */
function wrap(code: string): string {
  return `(function ($import) { ${code}\n; return typeof handler === "function" ? handler : undefined; })`;
}

const OUT_OF_MEMORY = "used more than 2 MB of memory";

function describe(error: unknown): string {
  if (typeof error !== "object" || error === null) return OUT_OF_MEMORY;
  const { name, message } = error as { name?: string; message?: string };
  return message === "out of memory" ? OUT_OF_MEMORY : `${name}: ${message}`;
}

/** Names the cause where QuickJS had no memory left to make an error object, or only a bare one. */
function withMemoryReason(outcome: SandboxOutcome): SandboxOutcome {
  if (outcome.kind !== "threw" || !/^(null|InternalError: out of memory)/.test(outcome.reason))
    return outcome;
  return { ...outcome, reason: OUT_OF_MEMORY };
}
