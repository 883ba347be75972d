let coming: Promise<void> | undefined;

/**
 * Resolves in the next turn of the event loop, when everything that has arrived at the sockets by now
 * has been read. Whoever waits during the same turn gets the same promise, and so goes on together.
 */
export function nextTurn(): Promise<void> {
  coming ??= new Promise((resolve) => {
    setImmediate(() => {
      coming = undefined;
      resolve();
    });
  });
  return coming;
}
