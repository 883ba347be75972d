import {
  type EdgeRequest,
  type EdgeResponse,
  type HeaderList,
  headerOf,
  withHeader,
} from "../messages";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import { joinedValue } from "../pipeline/field-values";
import { applyResponseHeadersPolicy } from "../pipeline/response-headers-policy";
import { serverTiming } from "../pipeline/server-timing";
import type { Answer } from "./answer";
import type { Exchange } from "./context";
import { noteCors } from "./cors-notes";
import { runFunction, skipFunction } from "./run-function";

const EMPTY = new Uint8Array();

/** Why a viewer-response function does not run; undefined when it does. */
export type SkipReason = string | undefined;

/**
 * The last steps of a response: response headers policy, viewer-response function, CloudFront's
 * own headers.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-cloudfront-trigger-events.html
 */
export function finish(
  x: Exchange,
  compiled: CompiledBehavior,
  request: EdgeRequest,
  answer: Answer,
  skip: SkipReason,
): EdgeResponse | Promise<EdgeResponse> {
  const response = withPolicy(x, compiled, answer);
  if (compiled.functionAt["viewer-response"] === undefined) return complete(x, response, answer);
  const reason = skip ?? (response.status >= 400 ? `the status is ${response.status}` : undefined);
  if (reason !== undefined) {
    skipFunction(x, compiled, "viewer-response", reason);
    return complete(x, response, answer);
  }
  return runAtEnd(x, compiled, request, answer, response);
}

async function runAtEnd(
  x: Exchange,
  compiled: CompiledBehavior,
  request: EdgeRequest,
  answer: Answer,
  response: EdgeResponse,
): Promise<EdgeResponse> {
  const run = await runFunction(x, compiled, { event: "viewer-response", request, response });
  if (run.kind !== "response") return complete(x, response, answer);
  return run.failed
    ? complete(x, run.response, { result: run.result, age: undefined })
    : complete(x, run.response, answer);
}

/** Adds CloudFront's own headers and takes the body off answers that have none. */
export function complete(
  x: Exchange,
  response: EdgeResponse,
  { result, age }: Pick<Answer, "result" | "age">,
): EdgeResponse {
  const { edge, trace, requestId, request } = x;
  trace.status = response.status;
  trace.resultType = result;
  const headers = edge.withEdgeHeaders(response.headers, {
    result,
    age,
    requestId,
    httpVersion: request.httpVersion,
    now: edge.deps.now(),
  });
  const body = request.method === "HEAD" ? EMPTY : response.body;
  return { status: response.status, statusText: response.statusText, headers, body };
}

/** Applies the response headers policy of a behavior. */
export function withPolicy(
  x: Exchange,
  { behavior }: CompiledBehavior,
  answer: Answer,
): EdgeResponse {
  const { response } = answer;
  const policy = behavior.responseHeadersPolicy;
  if (policy === undefined) return response;
  if (policy.cors !== undefined && x.steps !== undefined) noteCors(x, policy.cors, response.status);
  const applied = applyResponseHeadersPolicy(response.headers, policy, x.request);
  const timing = timingFor(x, policy.serverTimingSamplingRate, answer, applied);
  const headers = timing === undefined ? applied : withHeader(applied, "Server-Timing", timing);
  x.steps?.push({
    step: "response-headers-policy",
    policy: policy.name,
    added: minus(headers, response.headers),
    removed: minus(response.headers, headers).map(([name]) => name),
  });
  return { ...response, headers };
}

function timingFor(
  { edge, request, requestId }: Exchange,
  rate: number | undefined,
  { result, age }: Answer,
  headers: HeaderList,
): string | undefined {
  if (rate === undefined) return undefined;
  const pragma = headerOf(request.headers, "pragma");
  return serverTiming(rate, pragma, edge.deps.random, {
    // An error is one, wherever it came from.
    result: result === "Error" && age !== undefined ? "Hit" : result,
    pop: edge.pop,
    requestId,
    fromOrigin: joinedValue(headers, "server-timing"),
  });
}

function minus(left: HeaderList, right: HeaderList): HeaderList {
  const known = new Set(right.map(([name, value]) => `${name.toLowerCase()}:${value}`));
  return left.filter(([name, value]) => !known.has(`${name.toLowerCase()}:${value}`));
}
