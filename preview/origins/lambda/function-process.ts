import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { requestId, traceRoot } from "../request-ids";
import { type FunctionSettings, functionEnvironment } from "./function-settings";
import type { Invocation, StreamedResponse } from "./invocation";
import { readLines } from "./read-lines";

interface Message {
  readonly type: "ready" | "init-error" | "result" | "error" | "crash";
  readonly id?: string;
  readonly payload?: string;
  readonly stream?: StreamedResponse;
  readonly error?: {
    readonly errorType: string;
    readonly errorMessage: string;
    readonly trace: string[];
  };
}

/** One process of a function. It takes one event at a time, as Lambda's execution environments do. */
export interface FunctionProcess {
  /** False once it has crashed, timed out or been closed. */
  readonly isAlive: boolean;
  invoke(event: object): Promise<Invocation>;
  kill(): Promise<void>;
}

const RUNTIME = join(__dirname, "runtime.mjs");
/** Lambda gives code ten seconds to load. */
const INIT_MS = 10_000;

/**
 * Starts a process for a function's code.
 *
 * @param onLine takes each line that the function prints
 */
export function startProcess(
  settings: FunctionSettings,
  codeFolder: string,
  onLine: (text: string, level: "info" | "error") => void,
): FunctionProcess {
  const child = spawn(process.execPath, [`--max-old-space-size=${settings.memoryMb}`, RUNTIME], {
    cwd: codeFolder,
    env: functionEnvironment(settings, codeFolder),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  return new NodeProcess(child, settings, onLine);
}

class NodeProcess implements FunctionProcess {
  isAlive = true;
  private readonly ready: Promise<Invocation | undefined>;
  private readonly exited: Promise<void>;
  private settle: ((outcome: Invocation | undefined) => void) | undefined;

  constructor(
    private readonly child: ChildProcess,
    private readonly settings: FunctionSettings,
    private readonly onLine: (text: string, level: "info" | "error") => void,
  ) {
    for (const [stream, level] of [
      [child.stdout, "info"],
      [child.stderr, "error"],
    ] as const) {
      if (stream !== null) readLines(stream, (line) => onLine(line, level));
    }
    this.exited = new Promise((resolve) => {
      child.once("exit", () => {
        // What the process said last may still be on its way.
        setImmediate(() => {
          this.end(failed("Runtime.ExitError", "the function's process ended without a result"));
          resolve();
        });
      });
      child.once("error", (error) => {
        this.end(failed("Runtime.ExitError", error.message));
        resolve();
      });
    });
    child.on("message", (message: Message) => this.take(message));
    this.ready = this.wait(INIT_MS, "the function's code did not load");
  }

  async invoke(event: object): Promise<Invocation> {
    const problem = await this.ready;
    if (problem !== undefined) return problem;
    if (!this.isAlive) return failed("Runtime.ExitError", "the function's process has ended");
    const ms = this.settings.timeoutSeconds * 1000;
    const id = requestId();
    const outcome = this.wait(
      ms,
      `Task timed out after ${this.settings.timeoutSeconds.toFixed(2)} seconds`,
    );
    const now = Date.now();
    const context = {
      id,
      deadline: now + ms,
      arn: this.settings.arn,
      traceId: `${traceRoot(now)};Sampled=0`,
    };
    this.child.send({ event, context }, (error) => {
      if (error !== null) this.end(failed("Runtime.ExitError", error.message));
    });
    const result = (await outcome) ?? failed("Runtime.ExitError", "no result");
    if (!result.ok) this.onLine(`${result.errorType}: ${result.errorMessage}`, "error");
    return result;
  }

  kill(): Promise<void> {
    this.isAlive = false;
    if (this.child.exitCode === null) this.child.kill("SIGKILL");
    return this.exited;
  }

  /** Waits for the next message that settles; what takes too long costs the process its life. */
  private wait(ms: number, message: string): Promise<Invocation | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.end({
          ok: false,
          kind: "timeout",
          errorType: "Sandbox.Timedout",
          errorMessage: message,
        });
        void this.kill();
      }, ms);
      timer.unref();
      this.settle = (outcome) => {
        clearTimeout(timer);
        this.settle = undefined;
        resolve(outcome);
      };
    });
  }

  private take({ type, payload, stream, error }: Message): void {
    for (const line of error?.trace ?? []) this.onLine(line, "error");
    if (type === "ready") {
      this.settle?.(undefined);
    } else if (stream !== undefined) {
      const text = Buffer.from(stream.body, "base64").toString();
      this.settle?.({ ok: true, payload: text, stream });
    } else if (type === "result") {
      this.settle?.({ ok: true, payload: JSON.parse(payload ?? "null") });
    } else {
      const outcome = failed(error?.errorType ?? "Error", error?.errorMessage ?? "");
      if (type === "error") this.settle?.(outcome);
      else this.end(outcome);
    }
  }

  private end(outcome: Invocation): void {
    this.isAlive = false;
    this.settle?.(outcome);
  }
}

function failed(errorType: string, errorMessage: string): Invocation {
  return { ok: false, kind: "error", errorType, errorMessage };
}
