let coming: Promise<void> | undefined;

/** Ends when all that has arrived by now is read. Everybody who waits in one turn waits together. */
export function nextTurn(): Promise<void> {
  coming ??= new Promise((resolve) => {
    setImmediate(() => {
      coming = undefined;
      resolve();
    });
  });
  return coming;
}
