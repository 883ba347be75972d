/**
 * Tells whoever answers that nobody waits for the answer any more. It has one listener, as the code
 * behind a {@link Fetch} hands it on to one place. An `AbortSignal` does the same, but to make one
 * and to listen to it takes as long as to send a request.
 */
export interface Cancellation {
  readonly isCancelled: boolean;
  /** Called once, when it happens. */
  onCancel: (() => void) | undefined;
}

/** The side that decides. */
export class Canceller implements Cancellation {
  isCancelled = false;
  onCancel: (() => void) | undefined = undefined;

  cancel(): void {
    if (this.isCancelled) return;
    this.isCancelled = true;
    this.onCancel?.();
  }
}
