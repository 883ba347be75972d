/**
 * Makes a job that a button starts, and stops while it runs.
 *
 * @param job gets an `AbortSignal`
 * @param onStop is called when the job was stopped
 */
export function stoppable(button, job, onStop) {
  const title = button.textContent;
  let controller = null;
  return async () => {
    if (controller !== null) {
      controller.abort();
      return;
    }
    controller = new AbortController();
    button.textContent = "Stop";
    try {
      await job(controller.signal);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
      onStop();
    } finally {
      controller = null;
      button.textContent = title;
    }
  };
}
