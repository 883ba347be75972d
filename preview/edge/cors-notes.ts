// What may surprise about the CORS part of a response headers policy: said where it matters.
import type { CorsPolicy } from "../edge-model";
import { headerOf } from "../messages";
import { coversByOpenPort, coversOrigin } from "../pipeline/allowed-origin";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { isPreflight } from "../pipeline/cors-headers";
import { type Exchange, note } from "./context";

/** Says what a CORS policy does not do, and which of its entries may be read otherwise. */
export function noteCors(x: Exchange, { allowOrigins }: CorsPolicy, status: number): void {
  notePreflight(x, status);
  const origin = headerOf(x.request.headers, "origin") ?? "";
  const covers = allowOrigins.filter((entry) => coversOrigin(entry, origin));
  if (covers.length === 0 || !covers.every((entry) => coversByOpenPort(entry, origin))) return;
  note(
    x,
    `"${covers[0]}" covers ${origin}, which names no port; AWS does not say whether a port with * means that, too`,
  );
}

/** Says that the origin's answer to a preflight stays what it is, or that it has to give one. */
function notePreflight(x: Exchange, status: number): void {
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
