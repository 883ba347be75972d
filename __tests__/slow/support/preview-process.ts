// The preview in a process of its own, so that its memory and its end can be seen.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { SynthesizedStack } from "../../../synthesized/stack";

/** A running preview process. */
export interface PreviewProcess {
  readonly port: number;
  readonly httpsPort: number;
  /** Resident memory in MB. */
  memory(): number;
  isRunning(): boolean;
  /** What it said went wrong in itself. */
  readonly problems: string[];
  stop(): Promise<void>;
}

/** Starts the command line on a stack whose origin `backend` is at a URL. */
export async function startPreviewProcess(
  stack: SynthesizedStack,
  backendUrl: string,
): Promise<PreviewProcess> {
  const folder = mkdtempSync(join(tmpdir(), "preview-"));
  const file = join(folder, "stack.tf.json");
  writeFileSync(file, JSON.stringify(stack));
  const child = spawn(
    process.execPath,
    [
      ...["cli/bundled.mjs", "preview", "--config", file, "--no-watch", "--json"],
      ...["--origin", `backend=${backendUrl}`, "--port", "0", "--https-port", "0"],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const problems: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => problems.push(text));
  const ready = await new Promise<{ http: string; https: string }>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      const told = JSON.parse(line) as { event: string; http: string; https: string };
      if (told.event === "ready") resolve(told);
      if (told.event === "error") problems.push(line);
    });
    child.once("exit", () => reject(new Error(`the preview ended: ${problems.join("")}`)));
  });
  return {
    port: Number(new URL(ready.http).port),
    httpsPort: Number(new URL(ready.https).port),
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    problems,
    stop: async () => {
      const ended = once(child, "exit");
      if (child.exitCode === null) {
        child.kill();
        await ended;
      }
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * MB by which the memory grows while something is done, in the best of three rounds: a leak shows in
 * each of them, a garbage collection that is late in one only.
 */
export async function leastGrowth(
  { memory }: PreviewProcess,
  round: () => Promise<void>,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let rounds = 0; rounds < 3 && least > 20; rounds += 1) {
    const before = memory();
    await round();
    least = Math.min(least, memory() - before);
  }
  return least;
}
