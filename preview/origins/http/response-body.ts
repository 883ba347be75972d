import { type Body, OriginFailure } from "../../messages";
import type { Arrival } from "./send";

/** How long an origin may take for its body. */
export interface BodyLimits {
  /** Between two packets. */
  readonly readTimeoutSeconds: number;
  /** For the whole response; absent: no limit. */
  readonly completionDeadline?: number;
}

/**
 * The body of a response: all of it when it came with the head, else chunk by chunk. What an origin
 * does not finish ends in an error, so that nobody takes a part for the whole. A body that nobody
 * begins to read is given up.
 */
export function responseBody(arrival: Arrival, where: string, limits: BodyLimits): Body {
  const { incoming } = arrival;
  if (incoming.complete && incoming.headers["content-length"] !== undefined) {
    // Its end, which makes the connection free for the next request, follows in this turn.
    return (incoming.read() as Uint8Array | null) ?? new Uint8Array();
  }
  const abandoned = setTimeout(() => incoming.destroy(), limits.readTimeoutSeconds * 1000);
  abandoned.unref();
  return {
    [Symbol.asyncIterator]: () => {
      clearTimeout(abandoned);
      return chunksOf(arrival, where, limits);
    },
  };
}

async function* chunksOf(
  { incoming, breach }: Arrival,
  where: string,
  { readTimeoutSeconds, completionDeadline }: BodyLimits,
): AsyncGenerator<Uint8Array> {
  let isWaiting = false;
  const stop = (): void => {
    incoming.destroy(
      new OriginFailure("response-timeout", `${where} did not finish its response in time`),
    );
  };
  // One timer for all packets: to make a new one for each is dear.
  const packet = setTimeout(() => {
    if (isWaiting) stop();
  }, readTimeoutSeconds * 1000);
  const whole =
    completionDeadline === undefined
      ? undefined
      : setTimeout(stop, Math.max(completionDeadline - performance.now(), 0));
  const chunks = incoming[Symbol.asyncIterator]();
  try {
    while (true) {
      isWaiting = true;
      packet.refresh();
      const chunk = await chunks.next();
      isWaiting = false;
      if (chunk.done === true) {
        const error = breach();
        if (error !== undefined) throw error;
        return;
      }
      yield chunk.value;
    }
  } catch (error) {
    if (error instanceof OriginFailure) throw error;
    throw new OriginFailure(
      "protocol",
      `${where} broke off its response: ${(error as Error).message}`,
    );
  } finally {
    clearTimeout(packet);
    clearTimeout(whole);
    if (!incoming.readableEnded) incoming.destroy();
  }
}
