import type { Writable } from "node:stream";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** npm passes a signal on to a shell, and the shell to nobody: who is left alone looks for itself. */
const PARENT_CHECK_MILLISECONDS = 500;

/**
 * Waits for the signal to stop, for the end of npm's shell, or for the end of whoever reads what is
 * told, as in `npm start | head`. A second signal ends at once.
 */
export function untilStopped(
  env: Readonly<Record<string, string | undefined>>,
  told: Writable,
): Promise<void> {
  return new Promise((resolve) => {
    const parent = process.ppid;
    const stop = (): void => {
      clearInterval(timer);
      for (const signal of SIGNALS) process.off(signal, stop);
      resolve();
    };
    const timer = setInterval(() => {
      if (env.npm_lifecycle_event !== undefined && process.ppid !== parent) stop();
    }, PARENT_CHECK_MILLISECONDS);
    timer.unref();
    for (const signal of SIGNALS) process.on(signal, stop);
    told.on("error", stop); // for good: what is told from then on fails, too
  });
}
