import { Worker } from "node:worker_threads";
import { afterWork } from "./after-work";
import { sandboxBundles } from "./bundles";
import { KILL_MILLISECONDS } from "./limits";
import type { SandboxInput, SandboxOutcome, SandboxProgram, WorkerMessage } from "./messages";

/** A function in a thread of its own. */
export interface Sandbox {
  run(input: SandboxInput): Promise<SandboxOutcome>;
  /** Ends the thread; runs under way end as failures. */
  close(): Promise<void>;
}

interface Pending {
  readonly input: string;
  readonly settle: (outcome: SandboxOutcome) => void;
}

/** Starts a thread and loads the function into it. Throws if the code cannot be loaded. */
export async function createSandbox(program: SandboxProgram): Promise<Sandbox> {
  const { worker: script, builtIns } = await sandboxBundles();
  const pending = new Map<number, Pending>();
  let nextId = 0;
  let isClosed = false;
  let isReady = false;
  let stopKiller = (): void => {};
  let worker = await start();

  async function start(): Promise<Worker> {
    const started = new Worker(script, {
      eval: true,
      env: {},
      execArgv: [],
      workerData: { origin: __filename, builtIns, program },
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    started.unref();
    await new Promise<void>((resolve, reject) => {
      started.once("error", reject);
      started.once("message", (message: WorkerMessage) => {
        if (message.kind === "unusable") reject(new Error(message.reason));
        else resolve();
      });
    });
    started.on("message", onMessage);
    started.on("error", () => replace("the sandbox broke down"));
    isReady = true;
    return started;
  }

  function onMessage(message: WorkerMessage): void {
    if (message.kind === "outcome") finish(message.id, message.outcome);
  }

  function finish(id: number, outcome: SandboxOutcome): void {
    const found = pending.get(id);
    pending.delete(id);
    watch();
    found?.settle(outcome);
  }

  /** Gives the run at the head of the queue its time; the thread takes one after the other. */
  function watch(): void {
    stopKiller();
    if (pending.size === 0 || isClosed) {
      worker.unref();
      return;
    }
    worker.ref();
    const kill = (): void => replace(`ran longer than ${KILL_MILLISECONDS} ms`);
    stopKiller = afterWork(KILL_MILLISECONDS, () => {
      // Where this thread was held up, the outcome may be here already: it is read before `kill`.
      const [head] = pending.keys();
      setImmediate(() => {
        if (head !== undefined && pending.has(head)) kill();
      });
    });
  }

  /** Ends the thread, fails the run that it was at, and lets a new thread take the others. */
  function replace(reason: string): void {
    if (isClosed || !isReady) return;
    isReady = false;
    const ended = worker.terminate();
    const [head] = pending.keys();
    stopKiller();
    const failed = head === undefined ? undefined : pending.get(head);
    if (head !== undefined) pending.delete(head);
    failed?.settle({ kind: "timed-out", reason, logs: [] });
    void ended.then(start).then(resume, failAll);
  }

  function resume(started: Worker): void {
    worker = started;
    if (isClosed) void worker.terminate();
    for (const [id, { input }] of pending) worker.postMessage({ id, input });
    watch();
  }

  function failAll(error: unknown): void {
    for (const { settle } of pending.values())
      settle({ kind: "threw", reason: String(error), logs: [] });
    pending.clear();
  }

  return {
    run(input) {
      if (isClosed)
        return Promise.resolve({ kind: "threw", reason: "the function is closed", logs: [] });
      return new Promise((settle) => {
        const id = nextId;
        nextId += 1;
        const json = JSON.stringify(input);
        pending.set(id, { input: json, settle });
        if (!isReady) return;
        worker.postMessage({ id, input: json });
        if (pending.size === 1) watch();
      });
    },
    async close() {
      isClosed = true;
      stopKiller();
      failAll("the function is closed");
      await worker.terminate();
    },
  };
}
