// Runs a command to its end, with an environment of its own.
import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

export interface Finished {
  /** Exit code; 1 when a signal ended the command. */
  readonly code: number;
  /** Standard output without colours. */
  readonly stdout: string;
  /** Standard output and standard error as they came, without colours. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** @default 580 */
  readonly timeoutSeconds?: number;
}

/** Runs the command in a process group of its own, which ends with the timeout or with this process. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env, timeoutSeconds = 580 }: CommandOptions,
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const stdout: string[] = [];
    const output: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout.push(text);
      output.push(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => output.push(text));
    const stop = (): void => endGroup(child.pid);
    const timer = setTimeout(() => {
      output.push(`\nended after ${timeoutSeconds} s: ${command} ${args.join(" ")}\n`);
      stop();
    }, timeoutSeconds * 1_000);
    process.once("exit", stop);
    const settle = (): void => {
      clearTimeout(timer);
      process.off("exit", stop);
    };
    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("close", (code) => {
      settle();
      resolve({
        code: code ?? 1,
        stdout: stripVTControlCharacters(stdout.join("")),
        output: stripVTControlCharacters(output.join("")),
      });
    });
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has ended by itself.
  }
}
