// CORS headers of a policy do not make CloudFront answer a preflight: said where one fails for that.
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { isPreflight } from "../pipeline/cors-headers";
import { type Exchange, note } from "./context";

/** Says that the origin's answer to a preflight stays what it is, or that it has to give one. */
export function notePreflight(x: Exchange, status: number): void {
  if (!isPreflight(x.request)) return;
  if (x.trace.dryRun) {
    note(
      x,
      "CloudFront answers no preflight itself: the origin has to answer this OPTIONS with 2xx",
    );
  } else if (status < 200 || status > 299) {
    note(
      x,
      `CloudFront answers no preflight itself: with the origin's ${status} the browser gives up, whatever CORS headers the policy adds`,
    );
  }
}

/** Says that a behavior with a CORS policy takes no preflight. */
export function noteRefusedPreflight(x: Exchange, { behavior }: CompiledBehavior): void {
  if (behavior.responseHeadersPolicy?.cors === undefined || !isPreflight(x.request)) return;
  note(
    x,
    `"${behavior.pathPattern}" has CORS headers in its response headers policy but does not allow OPTIONS, so that every preflight fails`,
  );
}
