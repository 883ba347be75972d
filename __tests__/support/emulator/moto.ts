// moto, the emulated AWS API, as a child process on loopback.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export interface Moto {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts moto on a free port and waits until it listens. @throws with moto's output if it ends */
export async function startMoto(): Promise<Moto> {
  // It chooses the port itself: one that was free before it starts may be taken when it listens.
  const moto = spawn("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"], {
    env: { ...process.env, MOTO_ACM_VALIDATION_WAIT: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const stopWithParent = (): void => void moto.kill("SIGKILL");
  process.once("exit", stopWithParent);
  return {
    port: await announcedPort(moto),
    stop: async () => {
      process.off("exit", stopWithParent);
      if (moto.exitCode !== null || moto.signalCode !== null) return;
      moto.kill("SIGKILL");
      await once(moto, "exit");
    },
  };
}

/** The port of `Running on http://127.0.0.1:44879`, which moto says once it listens. */
function announcedPort(moto: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    moto.stderr?.on("data", (chunk: Buffer) => {
      output = (output + chunk).slice(-4_000);
      const port = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    moto.once("error", reject);
    moto.once("exit", () => reject(new Error(`moto ended at its start:\n${output}`)));
  });
}
