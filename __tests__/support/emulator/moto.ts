// moto, the emulated AWS API, as a child process on loopback.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Moto {
  readonly port: number;
  stop(): Promise<void>;
}

const START_SECONDS = 60;

/** Starts moto on a free port and waits until it answers. @throws with moto's output if it ends */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const moto = spawn("python3", ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], {
    env: { ...process.env, MOTO_ACM_VALIDATION_WAIT: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const stopWithParent = (): void => void moto.kill("SIGKILL");
  process.once("exit", stopWithParent);
  let output = "";
  moto.stderr.on("data", (chunk: Buffer) => {
    output = (output + chunk).slice(-4_000);
  });
  await untilItAnswers(port, moto, () => output);
  return {
    port,
    stop: async () => {
      process.off("exit", stopWithParent);
      if (moto.exitCode !== null || moto.signalCode !== null) return;
      moto.kill("SIGKILL");
      await once(moto, "exit");
    },
  };
}

async function untilItAnswers(
  port: number,
  moto: ChildProcess,
  output: () => string,
): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1_000;
  while (Date.now() < deadline) {
    if (moto.exitCode !== null) throw new Error(`moto ended at its start:\n${output()}`);
    const answers = await fetch(`http://127.0.0.1:${port}/moto-api/`).then(
      (response) => response.ok,
      () => false,
    );
    if (answers) return;
    await sleep(100);
  }
  moto.kill("SIGKILL");
  throw new Error(`moto does not answer after ${START_SECONDS} s:\n${output()}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port on loopback");
  return address.port;
}
