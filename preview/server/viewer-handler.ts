import { setTimeout as sleep } from "node:timers/promises";
import { type EdgeRequest, type EdgeResponse, valuesOf } from "../messages";
import { nextTurn } from "../next-turn";
import { isForeign, type TrustedOrigins } from "./foreign-origin";
import type { HostProblem } from "./host-header";
import { edgeRequest, type Incoming, isHttp2, isReset, type Outgoing, readHead } from "./incoming";
import { hasBody, readRequestBody } from "./read-body";
import { refuse } from "./refuse";
import { targetProblem } from "./request-target";
import { respond } from "./respond";

/** How a port answers. */
export interface ViewerHandlerOptions {
  readonly checkHost: (hosts: readonly string[]) => HostProblem | undefined;
  readonly trusted: () => TrustedOrigins;
  /** Milliseconds that a request waits, as if it came from far away. */
  readonly delay: number;
  /**
   * Answers a request by calling `respond`, and comes back when the viewer has the response, so that
   * whatever answers stays open until then.
   */
  readonly answer: (
    request: EdgeRequest,
    respond: (response: Promise<EdgeResponse>) => Promise<void>,
  ) => Promise<void>;
  /** Takes what should never happen. */
  readonly onError: (error: unknown) => void;
}

const NO_BODY = new Uint8Array();

/** Builds the handler of a port: from a request as it came to a response as it goes. */
export function viewerHandler(
  options: ViewerHandlerOptions,
): (incoming: Incoming, out: Outgoing) => void {
  return (incoming, out) => {
    out.on("error", () => {}); // the viewer is gone: `close` tells
    incoming.on("error", () => {});
    handle(incoming, out, options)
      .catch((error) => {
        options.onError(error);
        return out.headersSent ? Promise.reject(error) : refuse(out, 502, "an error of its own");
      })
      .catch(() => incoming.destroy());
  };
}

async function handle(
  incoming: Incoming,
  out: Outgoing,
  { checkHost, trusted, delay, answer }: ViewerHandlerOptions,
): Promise<void> {
  const head = readHead(incoming);
  const badTarget = targetProblem(head.method, head.target);
  if (badTarget !== undefined) return refuse(out, 400, badTarget);
  const badHost = checkHost(valuesOf(head.headers, "host"));
  if (badHost !== undefined) return refuse(out, badHost.status, badHost.reason);
  const origins = valuesOf(head.headers, "origin");
  if (isForeign(head.method, origins, trusted())) {
    const [origin = ""] = origins;
    return refuse(
      out,
      403,
      `${head.method} from a page of "${origin}" is refused; if that page is yours, start with --allow-origin ${origin}`,
    );
  }
  const body = hasBody(incoming) ? await readRequestBody(incoming) : NO_BODY;
  if (!(body instanceof Uint8Array)) return refuse(out, body.status, body.reason);
  // Streams that are opened and reset by the thousand must not keep the origins busy: the frame that
  // takes a request back often came with it, and is read before the next turn.
  if (isHttp2(out)) await nextTurn();
  if (isReset(out)) return;
  if (delay > 0) await sleep(delay);
  await answer(edgeRequest(head, body), async (response) =>
    respond(out, await response, head.method),
  );
}
