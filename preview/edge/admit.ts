import type { EdgeResponse } from "../messages";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { exceedsChain } from "../pipeline/distribution-chain";
import type { ResultType } from "../pipeline/edge-headers";
import { joinedValue } from "../pipeline/field-values";
import { errorResponse, redirectResponse, xmlErrorResponse } from "../pipeline/generated-response";
import { refusesCountry } from "../pipeline/geo-restriction";
import { hostName } from "../pipeline/host";
import { matchBehavior } from "../pipeline/match-behavior";
import { normalizePath } from "../pipeline/normalize-path";
import { refusedSignature } from "../pipeline/signed-request";
import { refusedSize } from "../pipeline/size-limits";
import { applyViewerProtocol } from "../pipeline/viewer-protocol";
import type { Exchange } from "./context";
import { noteRefusedPreflight } from "./cors-notes";
import { noteChain, noteLaterRefusal, noteNormalization } from "./door-notes";

/** A response that ends the journey at the door. */
interface Refusal {
  readonly response: EdgeResponse;
  readonly result: ResultType;
  /** Whether a custom error response of the distribution replaces it. */
  readonly replaceable: boolean;
}

/** Whether a request may pass, and to which behavior. */
export type Admission =
  | { readonly kind: "admitted"; readonly compiled: CompiledBehavior }
  | ({ readonly kind: "refused" } & Refusal);

const BLOCKED = "We can't connect to the server for this app or website at this time.";

/**
 * Lets a request in: what no distribution takes is refused first, then what its behavior does not.
 * How AWS orders the checks among themselves is only partly documented.
 */
export function admit(x: Exchange): Admission {
  const atConnection = refuseAtConnection(x);
  if (atConnection !== undefined) return { kind: "refused", ...atConnection };
  const compiled = chooseBehavior(x);
  const byBehavior = refuseByBehavior(x, compiled);
  return byBehavior === undefined
    ? { kind: "admitted", compiled }
    : { kind: "refused", ...byBehavior };
}

/** Refuses what no behavior may see: size, host, chains of distributions, country. */
function refuseAtConnection(x: Exchange): Refusal | undefined {
  const { request, edge, host } = x;
  const size = refusedSize(request);
  if (size !== undefined) {
    const refusal = refuse(
      x,
      "size limits",
      size,
      "Bad request. The URL or the headers are too long.",
    );
    const headers = [...refusal.response.headers, ["Connection", "close"] as const];
    return { ...refusal, response: { ...refusal.response, headers } };
  }
  if (host === undefined) {
    return refuse(
      x,
      "host",
      403,
      `Bad request. ${BLOCKED} The Host is neither the distribution's domain nor one of its aliases.`,
    );
  }
  if (exceedsChain(joinedValue(request.headers, "via"))) {
    return refuse(x, "chain of distributions", 403, `Bad request. ${BLOCKED}`);
  }
  noteChain(x);
  if (refusesCountry(edge.model.geoRestriction, x.country)) {
    return {
      ...refuse(
        x,
        "geo restriction",
        403,
        "The Amazon CloudFront distribution is configured to block access from your country.",
      ),
      replaceable: true,
    };
  }
  return undefined;
}

/** Picks the behavior by the normalised path. */
function chooseBehavior(x: Exchange): CompiledBehavior {
  const { edge, request, steps, trace } = x;
  const path = normalizePath(request.path);
  const chosen = matchBehavior(path, edge.ordered, edge.defaultBehavior);
  const { pathPattern, targetOriginId } = chosen.behavior;
  trace.behavior = pathPattern;
  if (steps === undefined) return chosen;

  const tried = edge.triedPatterns[chosen.index] ?? [];
  steps.push({ step: "behavior", path, tried, pattern: pathPattern, targetOriginId });
  noteNormalization(x, chosen, path);
  return chosen;
}

/** Refuses what the behavior does not take: protocol, method, GET with a body, signature. */
function refuseByBehavior(x: Exchange, compiled: CompiledBehavior): Refusal | undefined {
  const { behavior, allowedMethods } = compiled;
  const { request, edge, steps } = x;
  const protocol = applyViewerProtocol(behavior.viewerProtocolPolicy, request);
  if (protocol === 301 || protocol === 307) {
    const authority = edge.deps.httpsAuthority?.(x.hostHeader) ?? hostName(x.hostHeader);
    const query = request.query === "" ? "" : `?${request.query}`;
    const location = `https://${authority}${request.path}${query}`;
    steps?.push({ step: "redirected", status: protocol, location });
    noteLaterRefusal(x, compiled);
    return {
      response: redirectResponse(protocol, location),
      result: "Redirect",
      replaceable: false,
    };
  }
  if (protocol === 403) {
    return refuse(x, "viewer protocol policy", 403, `Bad request. ${BLOCKED} Use HTTPS.`);
  }
  if (!allowedMethods.has(request.method)) {
    noteRefusedPreflight(x, compiled);
    return refuse(
      x,
      "allowed methods",
      403,
      "This distribution is not configured to allow the HTTP request method that was used for this request. The distribution supports only cachable requests.",
    );
  }
  if (request.method === "GET" && request.body.length > 0) {
    return refuse(x, "GET with a body", 403, `Bad request. ${BLOCKED}`);
  }
  if (behavior.trustedKeys === undefined) return undefined;
  const refused = refusedSignature(request, behavior.trustedKeys, x.host ?? "", edge.deps.now());
  if (refused === undefined) return undefined;
  steps?.push({ step: "refused", by: "signed URL", status: 403, reason: refused.message });
  return {
    response: xmlErrorResponse(403, refused.code, refused.message),
    result: "Error",
    replaceable: false,
  };
}

function refuse(x: Exchange, by: string, status: number, sentence: string): Refusal {
  x.steps?.push({ step: "refused", by, status, reason: sentence });
  return {
    response: errorResponse(status, sentence, x.requestId),
    result: "Error",
    replaceable: false,
  };
}
