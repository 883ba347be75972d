/** Milliseconds that are looked at together. */
const WINDOW = 200;

/** Exchanges in a window that only a load test makes: no page asks for so much so fast. */
const CROWD = 1000;

/** Tells of each exchange, by its time in milliseconds, whether those before came in a crowd. */
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
