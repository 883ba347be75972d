import { randomInt } from "node:crypto";
import type {
  EdgeFunction,
  FunctionErrorName,
  FunctionInput,
  FunctionOutcome,
} from "./edge-function";
import { fromResult } from "./event/from-result";
import { toEvent } from "./event/to-event";
import { InvalidResult } from "./invalid-result";
import type { KeyValueStore } from "./key-value-store";
import { checkCode } from "./language/check-code";
import { toOriginChange } from "./origin-change";
import type { FunctionRuntime, SandboxOutcome, SandboxProgram } from "./sandbox/messages";
import { createSandbox } from "./sandbox/sandbox";
import { createThrottle } from "./throttle";

/** What makes a CloudFront function. */
export interface CloudFrontFunctionOptions {
  readonly name: string;
  /** The JavaScript code: at most 10 KB. */
  readonly code: string;
  readonly runtime: FunctionRuntime;
  /** @default - none: `cf.kvs()` throws */
  readonly keyValueStore?: KeyValueStore;
}

/** A CloudFront function, loaded and ready. */
export interface CloudFrontFunction extends EdgeFunction {
  /** What works here but is not among what AWS lists for the runtime. */
  readonly warnings: readonly string[];
  /** Ends the function's thread. */
  close(): Promise<void>;
}

/**
 * Loads a CloudFront function.
 *
 * Throws what CloudFront refuses when a function is created: too much code, syntax that the runtime lacks,
 * imports of other modules. A run never takes longer than a second and never blocks the caller's thread.
 */
export async function createCloudFrontFunction(
  options: CloudFrontFunctionOptions,
): Promise<CloudFrontFunction> {
  const { name, code, runtime, keyValueStore } = options;
  const checked = checkCode(name, code, runtime);
  const sandbox = await createSandbox(toProgram(name, checked.code, runtime, keyValueStore));
  const throttle = createThrottle(() => performance.now());
  return {
    warnings: checked.warnings,
    close: () => sandbox.close(),
    async run(input) {
      if (input.event !== "viewer-request" && input.event !== "viewer-response") {
        throw new Error(
          `CloudFront function "${name}" cannot run at ${input.event}: use viewer-request or viewer-response`,
        );
      }
      if (throttle.isThrottled()) {
        return failure(
          503,
          "FunctionThrottledError",
          "the function continuously ran longer than it may",
          [],
        );
      }
      const event = toEvent(input);
      const { query, hasBareQuestionMark } = input.request;
      const outcome = await sandbox.run({
        event,
        now: input.now,
        seed: randomInt(2 ** 32),
        ...(query === "" && hasBareQuestionMark !== true ? {} : { rawQueryString: query }),
      });
      throttle.ended(outcome.kind === "timed-out" ? "timed-out" : "in-time");
      return toOutcome(outcome, input, event);
    },
  };
}

function toProgram(
  name: string,
  code: string,
  runtime: FunctionRuntime,
  keyValueStore: KeyValueStore | undefined,
): SandboxProgram {
  if (keyValueStore === undefined) return { name, code, runtime, pairs: {} };
  const { id, pairs, creationDateTime = "1970-01-01T00:00:00.000Z" } = keyValueStore;
  const lastUpdatedDateTime = keyValueStore.lastUpdatedDateTime ?? creationDateTime;
  const keyCount = Object.keys(pairs).length;
  return {
    name,
    code,
    runtime,
    pairs,
    store: { id, creationDateTime, lastUpdatedDateTime, keyCount },
  };
}

function toOutcome(
  outcome: SandboxOutcome,
  input: FunctionInput,
  event: ReturnType<typeof toEvent>,
): FunctionOutcome {
  const { logs } = outcome;
  if (outcome.kind !== "returned")
    return failure(503, "FunctionExecutionError", outcome.reason, logs);
  try {
    const result = fromResult(outcome.value, event, input);
    if (result.kind === "response") return { ...result, logs };
    const origin = toOriginChange(outcome.originCalls, input.request.headers);
    return origin === undefined ? { ...result, logs } : { ...result, origin, logs };
  } catch (error) {
    if (error instanceof InvalidResult)
      return failure(502, "FunctionValidationError", error.message, logs);
    throw error;
  }
}

function failure(
  status: 502 | 503,
  xCache: FunctionErrorName,
  reason: string,
  logs: readonly string[],
): FunctionOutcome {
  return { kind: "failure", status, reason, xCache, logs };
}
