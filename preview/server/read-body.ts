import type { IncomingMessage } from "node:http";
import type { Incoming } from "./incoming";
import { MAX_BODIES_BYTES, MAX_BODY_BYTES, REQUEST_TIMEOUT } from "./limits";

/** A body that the server does not take: the status to answer with. */
export interface BodyProblem {
  /** 408: too slow. 413: too long. 503: too many bodies at once. */
  readonly status: 400 | 408 | 413 | 503;
  readonly reason: string;
}

const TOO_LONG: BodyProblem = {
  status: 413,
  reason: `the preview takes bodies of at most ${MAX_BODY_BYTES / 1024 / 1024} MB`,
};

const TOO_MANY: BodyProblem = {
  status: 503,
  reason: "the preview is receiving too many bodies at once",
};

/** Bytes of the bodies under way, of all servers of this process. */
let received = 0;

/** Reads a request's body into memory, within the limits of size and time. */
export async function readRequestBody(incoming: Incoming): Promise<Uint8Array | BodyProblem> {
  if (Number(incoming.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return TOO_LONG;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), REQUEST_TIMEOUT);
  });
  // Stopping early must leave the connection open for the answer.
  const source = incoming.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const next = await Promise.race([source.next(), late]);
      if (next === "late") return { status: 408, reason: "the body came too slowly" };
      if (next.done === true) break;
      const chunk = next.value as Uint8Array;
      bytes += chunk.length;
      received += chunk.length;
      if (bytes > MAX_BODY_BYTES) return TOO_LONG;
      if (received > MAX_BODIES_BYTES) return TOO_MANY;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return { status: 400, reason: "the body broke off" };
  } finally {
    received -= bytes;
    clearTimeout(timer);
  }
}

/** Whether a request announces a body. */
export function hasBody(incoming: Incoming): boolean {
  if ("stream" in incoming) return !incoming.stream.endAfterHeaders;
  const { headers } = incoming as IncomingMessage;
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}
