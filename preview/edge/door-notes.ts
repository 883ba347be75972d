// What AWS leaves open at the door: said where another reading would give another answer.
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { distributionsPassed } from "../pipeline/distribution-chain";
import { joinedValue } from "../pipeline/field-values";
import { matchBehavior } from "../pipeline/match-behavior";
import { decodePath, normalizePath } from "../pipeline/normalize-path";
import { refusedSignature } from "../pipeline/signed-request";
import { type Exchange, note } from "./context";

/** Says which behavior the raw path, or one that is decoded further, would pick. */
export function noteNormalization(x: Exchange, chosen: CompiledBehavior, path: string): void {
  const { edge, request } = x;
  const pick = (other: string): CompiledBehavior =>
    matchBehavior(other, edge.ordered, edge.defaultBehavior);
  const { pathPattern } = chosen.behavior;
  const encoded = request.path.includes("%");
  const open = encoded ? "; how far CloudFront decodes is not documented" : "";
  const raw = pick(request.path);
  if (raw !== chosen) {
    const other = raw.behavior.pathPattern;
    note(
      x,
      `the normalised path ${path} picks "${pathPattern}", the raw path would pick "${other}"${open}`,
    );
  }
  if (!encoded) return;
  const decoded = normalizePath(decodePath(request.path));
  const further = pick(decoded);
  if (further !== chosen) {
    const other = further.behavior.pathPattern;
    note(
      x,
      `the path ${path} picks "${pathPattern}"; decoded to ${decoded}, it would pick "${other}"${open}`,
    );
  }
}

/** Says when a redirected request would be refused, if CloudFront looked at that first. */
export function noteLaterRefusal(x: Exchange, compiled: CompiledBehavior): void {
  const { request, edge, host = "" } = x;
  if (x.steps === undefined) return;
  const { allowedMethods, behavior } = compiled;
  const reason = !allowedMethods.has(request.method)
    ? `the method ${request.method}`
    : request.method === "GET" && request.body.length > 0
      ? "a GET with a body"
      : behavior.trustedKeys !== undefined &&
          refusedSignature(request, behavior.trustedKeys, host, edge.deps.now()) !== undefined
        ? "a missing or wrong signature"
        : undefined;
  if (reason === undefined) return;
  note(
    x,
    `the redirect to HTTPS comes first, then ${reason} is refused with 403; AWS does not document that order`,
  );
}

/** Says when this is the second distribution of a chain. */
export function noteChain(x: Exchange): void {
  if (x.steps === undefined) return;
  if (distributionsPassed(joinedValue(x.request.headers, "via")) === 0) return;
  note(
    x,
    "this is the second distribution of a chain: one page of AWS's says that only a third is refused, another that the second is",
  );
}
