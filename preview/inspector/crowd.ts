/** Milliseconds in which exchanges are counted. */
const WINDOW = 200;

/** So many exchanges in a window come from a load test: no page asks for so much so fast. */
const CROWD = 1000;

/**
 * Makes a function that is told the time of each exchange, in milliseconds, and says whether the
 * window before that one was crowded.
 */
export function watchForCrowds(): (at: number) => boolean {
  let [started, count, isCrowd] = [0, 0, false];
  return (at) => {
    const passed = at - started;
    // Below 0 when the clock was set back.
    if (passed >= WINDOW || passed < 0) {
      isCrowd = count >= CROWD && passed < 2 * WINDOW;
      [started, count] = [at, 0];
    }
    count += 1;
    return isCrowd;
  };
}
