/** Runs in a row that may go over the time limit before CloudFront stops running a function. */
const RUNS_OVER_LIMIT = 5;
/** Milliseconds for which it then does not run. */
const PAUSE_MILLISECONDS = 1000;

/** Decides whether a function that continuously takes too long may run. */
export interface Throttle {
  isThrottled(): boolean;
  ended(how: "in-time" | "timed-out"): void;
}

/**
 * Pauses a function that continuously exceeds its time, so that its runs do not take the processor.
 *
 * AWS documents that it does so, not after how many runs and for how long.
 */
export function createThrottle(now: () => number): Throttle {
  let overLimit = 0;
  let pausedUntil = 0;
  return {
    isThrottled: () => now() < pausedUntil,
    ended(how) {
      overLimit = how === "timed-out" ? overLimit + 1 : 0;
      if (overLimit < RUNS_OVER_LIMIT) return;
      overLimit = 0;
      pausedUntil = now() + PAUSE_MILLISECONDS;
    },
  };
}
