// What becomes of a function's process when the preview is killed and can end nothing any more.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { folderWith } from "../support/exchange";

/** Stands for the preview: starts the runtime, sends it one event and tells its process. */
const PARENT = `
  const [runtime, folder] = process.argv.slice(1);
  const env = { _HANDLER: "index.handler", LAMBDA_TASK_ROOT: folder };
  const stdio = ["ignore", "inherit", "inherit", "ipc"];
  const child = require("node:child_process").spawn(process.execPath, [runtime], { env, stdio });
  child.on("message", () => child.send({ event: {}, context: {} }));
`;

function isRunning(pid: number): boolean {
  try {
    // A process that ended stays there as a zombie until somebody asks for its end.
    if (existsSync("/proc")) return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function startParent(code: string): ChildProcess {
  const runtime = resolve("preview/origins/lambda/runtime.mjs");
  const folder = join(folderWith({ "index.js": code }));
  const args = ["-e", PARENT, runtime, folder];
  return spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
}

it.each([
  ["that never comes back", "for (;;);"],
  ["that waits", "return new Promise((resolve) => setTimeout(resolve, 1e6));"],
])("a handler %s ends when the preview is killed", async (_, body) => {
  const parent = startParent(`exports.handler = () => { console.log(process.pid); ${body} };`);
  const pid = await new Promise<number>((resolve) => {
    createInterface({ input: parent.stdout as NodeJS.ReadableStream }).once("line", (line) =>
      resolve(Number(line)),
    );
  });
  expect(isRunning(pid)).toBe(true);
  parent.kill("SIGKILL");
  while (isRunning(pid)) await sleep(50);
});
