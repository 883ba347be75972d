/** Measures how long a run has worked, as well as a clock on the wall can. */
export interface SpentTime {
  /** A run begins. */
  start(): void;
  /** Milliseconds of work since `start`; to be called often. */
  spent(): number;
}

/**
 * Milliseconds between two calls beyond which the thread has not worked but waited for a processor:
 * QuickJS asks many times within one.
 */
const LONGEST_STEP = 5;

/**
 * A busy machine lets a thread wait for longer than a function may run. Such waits hardly count, so
 * that a function is not ended for what others do.
 *
 * @param now a clock in milliseconds
 */
export function createSpentTime(now: () => number): SpentTime {
  let last = 0;
  let spent = 0;
  return {
    start() {
      last = now();
      spent = 0;
    },
    spent() {
      const at = now();
      spent += Math.min(at - last, LONGEST_STEP);
      last = at;
      return spent;
    },
  };
}
