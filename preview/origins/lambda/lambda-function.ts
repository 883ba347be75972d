import type { Resource, SynthesizedStack } from "../../../synthesized/stack";
import type { Emulation } from "../emulation";
import { type CodeFolder, functionCode } from "./function-code";
import { type FunctionProcess, startProcess } from "./function-process";
import { functionSettings } from "./function-settings";
import type { Invocation, LambdaFunction } from "./invocation";
import { missingModuleHint } from "./missing-module";

/** More calls at a time wait for a free process. */
const MAX_PROCESSES = 4;

/**
 * A function of the stack, run from its own code in processes of its own. They start with the first
 * call, stay warm, and are replaced when they crash or take too long.
 */
export function lambdaFunction(
  resource: Resource,
  stack: SynthesizedStack,
  emulation: Emulation,
): LambdaFunction {
  const settings = functionSettings(resource, emulation);
  const { address, name, arn, runtime } = settings;
  const onLine = (text: string, level: "info" | "error") =>
    emulation.onLog({ address, level, text });
  const idle: FunctionProcess[] = [];
  const all = new Set<FunctionProcess>();
  const waiting: (() => void)[] = [];
  let code: Promise<CodeFolder> | undefined;
  let busy = 0;
  let isClosed = false;

  const take = async (): Promise<FunctionProcess> => {
    code ??= functionCode(resource, stack, emulation);
    const { path } = await code;
    if (isClosed) throw new Error(`${address} is closed`);
    for (let warm = idle.pop(); warm !== undefined; warm = idle.pop()) {
      if (warm.isAlive) return warm;
      all.delete(warm);
    }
    const started = startProcess(settings, path, onLine);
    all.add(started);
    return started;
  };
  const give = (used: FunctionProcess): void => {
    if (used.isAlive && !isClosed) {
      idle.push(used);
      return;
    }
    all.delete(used);
    void used.kill();
  };
  const invoke = async (event: object): Promise<Invocation> => {
    if (!runtime.startsWith("nodejs")) {
      return unavailable(
        `${address} has the runtime "${runtime || "container image"}"; only nodejs runtimes run here. Run it yourself behind an HTTP server, and name that with --origin ID=URL for the origin it answers`,
        onLine,
      );
    }
    if (busy >= MAX_PROCESSES) await new Promise<void>((resolve) => waiting.push(resolve));
    if (isClosed) return unavailable(`${address} is closed`, onLine);
    busy += 1;
    try {
      const used = await take();
      const outcome = await used.invoke(event);
      give(used);
      const hint = outcome.ok
        ? undefined
        : missingModuleHint(outcome.errorMessage, resource.config);
      if (hint !== undefined) onLine(hint, "error");
      return outcome;
    } catch (error) {
      code = undefined;
      return unavailable((error as Error).message, onLine);
    } finally {
      busy -= 1;
      waiting.shift()?.();
    }
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    for (const resume of waiting.splice(0)) resume();
    await Promise.all([...all].map((used) => used.kill()));
    const folder = await code?.catch(() => undefined);
    folder?.remove();
  };
  return { address, name, arn, invoke, close };
}

function unavailable(
  errorMessage: string,
  onLine: (text: string, level: "error") => void,
): Invocation {
  onLine(errorMessage, "error");
  return { ok: false, kind: "unavailable", errorType: "Unavailable", errorMessage };
}
