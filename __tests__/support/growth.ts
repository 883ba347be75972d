/** Below this the work does not grow with the square of its size: that would be 64. */
export const NEARLY_LINEAR = 30;

/** Milliseconds after which no other round starts: work that grows so much takes minutes. */
const PATIENCE = 20_000;

/**
 * How many times as long work takes when there is eight times as much of it.
 *
 * What else the machine does makes runs longer, never shorter: the quickest of each size tell.
 */
export async function growthOf(work: (size: number) => unknown): Promise<number> {
  const time = async (size: number): Promise<number> => {
    const start = performance.now();
    await work(size);
    return performance.now() - start;
  };
  await time(100);
  const begun = performance.now();
  const isOver = (): boolean => performance.now() - begun > PATIENCE;
  let few = Number.POSITIVE_INFINITY;
  let many = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 50 && !(many / few < NEARLY_LINEAR) && !isOver(); round += 1) {
    few = Math.min(few, await time(100));
    many = Math.min(many, await time(800));
  }
  return many / few;
}
