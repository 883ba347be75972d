/** Whatever works, the machine may be so busy that this much time passes for a unit of work. */
const MAX_SLOWDOWN = 30;

/** Milliseconds that this process, all threads together, has worked. */
function workOfProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Calls back when this process has worked for some time from now on. A thread that never rests makes
 * it work all the time, so on an idle machine that is soon. On a busy one the thread may hardly have
 * been given a processor yet, and is not to blame for the time on the wall.
 *
 * @returns the function that takes it back
 */
export function afterWork(
  milliseconds: number,
  call: () => void,
  work = workOfProcess,
): () => void {
  const start = work();
  let waited = 0;
  let timer: NodeJS.Timeout;
  const wait = (left: number): void => {
    waited += left;
    timer = setTimeout(() => {
      const rest = milliseconds - (work() - start);
      if (rest <= 0 || waited >= MAX_SLOWDOWN * milliseconds) call();
      else wait(Math.max(rest, milliseconds / 20));
    }, left);
  };
  wait(milliseconds);
  return () => clearTimeout(timer);
}
