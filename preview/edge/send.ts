import { Canceller } from "../cancellation";
import type { Origin } from "../edge-model";
import { type EdgeRequest, type EdgeResponse, type Fetch, OriginFailure } from "../messages";
import { isRetried } from "../pipeline/failover";

/** What came of asking one origin, and after how many attempts. */
export type Sent = { readonly attempts: number } & (
  | { readonly response: EdgeResponse; readonly failure?: undefined }
  | { readonly response?: undefined; readonly failure: OriginFailure }
);

/** Seconds that S3 has for an answer; not configurable. */
const S3_READ_TIMEOUT_SECONDS = 30;

/**
 * Sends a request to one origin: as many attempts as its settings and the method allow, each with
 * its headers within the origin's response timeout, all of them within its completion timeout.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html
 */
export async function sendToOrigin(
  fetch: Fetch,
  request: EdgeRequest,
  origin: Origin,
): Promise<Sent> {
  const limit = origin.responseCompletionTimeoutSeconds;
  const deadline = limit === undefined ? undefined : performance.now() + limit * 1000;
  for (let attempts = 1; ; attempts++) {
    try {
      return { attempts, response: await sendOnce(fetch, request, origin, deadline) };
    } catch (error) {
      const failure = asFailure(error);
      const last = attempts >= origin.connectionAttempts || isOver(deadline);
      if (last || !isRetried(failure.reason, request.method)) return { attempts, failure };
    }
  }
}

/** Timers may be a little early. */
function isOver(deadline: number | undefined): boolean {
  return deadline !== undefined && deadline - performance.now() < 2;
}

function asFailure(error: unknown): OriginFailure {
  if (error instanceof OriginFailure) return error;
  return new OriginFailure("protocol", error instanceof Error ? error.message : String(error));
}

/** The body's own limits are kept by the fetch that reads it. */
function sendOnce(
  fetch: Fetch,
  request: EdgeRequest,
  origin: Origin,
  deadline: number | undefined,
): Promise<EdgeResponse> {
  const read = origin.kind === "s3" ? S3_READ_TIMEOUT_SECONDS : origin.readTimeoutSeconds;
  const left = deadline === undefined ? read * 1000 : deadline - performance.now();
  const canceller = new Canceller();
  const answer = fetch(request, canceller, deadline);
  // Not a race of promises: each attempt would pay for one more.
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        const seconds = Math.min(read, origin.responseCompletionTimeoutSeconds ?? read);
        const text = `origin "${origin.id}" did not answer within ${seconds} s`;
        reject(new OriginFailure("response-timeout", text));
        canceller.cancel();
      },
      Math.min(read * 1000, left),
    );
    answer.then(
      (response) => {
        clearTimeout(timer);
        resolve(response);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
