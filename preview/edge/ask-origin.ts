import type { Origin } from "../edge-model";
import type { OriginChange } from "../functions/edge-function";
import { type EdgeRequest, type EdgeResponse, OriginFailure } from "../messages";
import type { AcceptedEncodings } from "../pipeline/accept-encoding";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import type { ResultType } from "../pipeline/edge-headers";
import { failoverCode, failsOver, failureStatus } from "../pipeline/failover";
import { errorResponse } from "../pipeline/generated-response";
import { originRequest, requestToOrigin } from "../pipeline/origin-request";
import { headerBytes, MAX_HEAD_BYTES } from "../pipeline/size-limits";
import { changedTarget } from "./changed-target";
import { type Exchange, targetOrigins } from "./context";
import { NOT_ASKED, runFunction, skipFunction } from "./run-function";
import { sendToOrigin } from "./send";
import { droppedValues, noteDroppedValues, sentRequest } from "./trace-origin-request";

/** What the origin side of the edge has to say. */
export interface OriginAnswer {
  readonly response: EdgeResponse;
  readonly origin: Origin;
  /** Set when no origin gave this response. */
  readonly failure?: OriginFailure;
  /** Set when a function made the response, or failed. */
  readonly result?: ResultType;
}

/** One question to the origin side. */
export interface Question {
  /** The request after the viewer-request function. */
  readonly request: EdgeRequest;
  readonly compiled: CompiledBehavior;
  readonly encodings: AcceptedEncodings;
  /** What a viewer-request function chose instead of the behavior's origin. */
  readonly change: OriginChange | undefined;
  /** Adds conditions when an expired object is asked about. */
  readonly condition?: (request: EdgeRequest) => EdgeRequest;
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html */
const UNRESOLVED =
  "CloudFront wasn't able to resolve the origin domain name (NonS3OriginDnsError).";
const TOO_LATE =
  "We can't connect to the server for this app or website at this time. The origin did not answer in time.";
const UNCONNECTED =
  "CloudFront attempted to establish a connection with the origin, but either the attempt failed or the origin closed the connection.";

const NOTHING: EdgeResponse = { status: 200, headers: [], body: new Uint8Array() };

/**
 * Asks the behavior's origin, or the origins of its group one after the other.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high-availability-origin-failover.html
 */
export async function askOrigin(x: Exchange, question: Question): Promise<OriginAnswer> {
  const { behavior, cachedMethods } = question.compiled;
  const behaviorTarget = targetOrigins(x.edge, behavior.targetOriginId, behavior.pathPattern);
  const { origins, group } = changedTarget(x.edge, behaviorTarget, question.change);
  for (const [position, origin] of origins.entries()) {
    const answer = await askOne(x, question, origin);
    const next = origins[position + 1];
    if (group === undefined || next === undefined) return answer;
    const code = answer.failure ? failoverCode(answer.failure.reason) : answer.response.status;
    if (!failsOver(group, code, question.request.method, cachedMethods)) return answer;
    x.steps?.push({ step: "failover", from: origin.id, to: next.id, code });
  }
  throw new Error(`origin group "${behavior.targetOriginId}" has no member; add member blocks`);
}

async function askOne(x: Exchange, question: Question, asked: Origin): Promise<OriginAnswer> {
  const { edge, steps } = x;
  const { compiled, condition } = question;
  const context = {
    compiled,
    encodings: question.encodings,
    viewer: x.viewer,
    requestId: x.requestId,
    viaHost: edge.viaHost,
  };
  const plain = originRequest(question.request, context, asked);
  let request = condition === undefined ? plain : condition(plain);
  let origin = asked;

  const before = await runFunction(x, compiled, { event: "origin-request", request, origin });
  if (before.kind === "response") {
    return { response: before.response, origin, result: before.result };
  }
  if (before.kind === "request") {
    request = before.request;
    const one = { origins: [origin], group: undefined };
    origin = changedTarget(edge, one, before.change).origins[0] ?? origin;
  }

  const final = requestToOrigin(request, origin);
  if (steps !== undefined) {
    const dropped = droppedValues(question.request, final, origin, compiled);
    steps.push({
      step: "origin-request",
      originId: origin.id,
      request: sentRequest(final, origin),
      dropped,
    });
    noteDroppedValues(x, question.request, dropped);
  }
  x.trace.originId = origin.id;
  if (x.trace.dryRun) {
    skipFunction(x, compiled, "origin-response", NOT_ASKED);
    return { response: NOTHING, origin };
  }

  const sent = await sendToOrigin(edge.fetchOf(origin), final, origin);
  const failure = sent.failure ?? oversized(sent.response);
  if (failure !== undefined) {
    steps?.push({
      step: "origin-response",
      originId: origin.id,
      failure: `${failure.reason}: ${failure.message}`,
      attempts: sent.attempts,
    });
    return { response: failurePage(failure, origin, x.requestId), origin, failure };
  }
  const response = sent.response as EdgeResponse;
  steps?.push({
    step: "origin-response",
    originId: origin.id,
    status: response.status,
    attempts: sent.attempts,
  });
  const after = await runFunction(x, compiled, {
    event: "origin-response",
    request,
    response,
    origin,
  });
  if (after.kind !== "response") return { response, origin };
  return after.failed
    ? { response: after.response, origin, result: after.result }
    : { response: after.response, origin };
}

/** A response whose headers are longer than CloudFront takes. */
function oversized(response: EdgeResponse | undefined): OriginFailure | undefined {
  if (response === undefined || headerBytes(response.headers) <= MAX_HEAD_BYTES) return undefined;
  return new OriginFailure("protocol", `the response's headers are over ${MAX_HEAD_BYTES} bytes`);
}

/** CloudFront's page about an origin that gave no response. */
function failurePage({ reason }: OriginFailure, { kind }: Origin, requestId: string): EdgeResponse {
  const status = failureStatus(reason);
  if (reason === "dns" && kind === "custom") return errorResponse(status, UNRESOLVED, requestId);
  return errorResponse(status, status === 504 ? TOO_LATE : UNCONNECTED, requestId);
}
