// The thread that a function runs in: nothing that it does can stop the server.
import { parentPort, workerData } from "node:worker_threads";
import { createInstance, type Instance } from "./instance";
import type { RunMessage, SandboxProgram, WorkerMessage } from "./messages";

const { program, builtIns } = workerData as { program: SandboxProgram; builtIns: string };
const send = (message: WorkerMessage) => parentPort?.postMessage(message);

// CloudFront's clocks show UTC, whatever the machine's time zone.
Date.prototype.getTimezoneOffset = () => 0;

let instance: Instance | undefined;

async function answer({ id, input }: RunMessage): Promise<void> {
  try {
    instance ??= await createInstance(program, builtIns);
    send({ kind: "outcome", id, outcome: instance.run(input) });
  } catch (error) {
    // QuickJS itself gave up, as by a stack that is too deep for WebAssembly: the next run gets a new one.
    instance = undefined;
    send({ kind: "outcome", id, outcome: { kind: "threw", reason: String(error), logs: [] } });
  }
}

let queue: Promise<void> = createInstance(program, builtIns).then(
  (made) => {
    instance = made;
    send({ kind: "ready" });
  },
  (error: unknown) =>
    send({ kind: "unusable", reason: error instanceof Error ? error.message : String(error) }),
);
parentPort?.on("message", (message: RunMessage) => {
  queue = queue.then(() => answer(message));
});
