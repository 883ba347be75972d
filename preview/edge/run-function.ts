import type { FunctionAssociation, Origin } from "../edge-model";
import type { FunctionEvent, FunctionOutcome, OriginChange } from "../functions/edge-function";
import { type EdgeRequest, type EdgeResponse, type HeaderList, withHeader } from "../messages";
import type { CompiledBehavior } from "../pipeline/compile-behavior";
import type { ResultType } from "../pipeline/edge-headers";
import { errorResponse } from "../pipeline/generated-response";
import { type EdgeContext, type Exchange, note } from "./context";

/** What came of the function at one event of a behavior. */
export type FunctionRun =
  | { readonly kind: "none" }
  | { readonly kind: "request"; readonly request: EdgeRequest; readonly change?: OriginChange }
  | {
      readonly kind: "response";
      readonly response: EdgeResponse;
      readonly result: ResultType;
      readonly failed: boolean;
    };

/** The message that a function gets to see. */
export interface FunctionMessage {
  readonly event: FunctionEvent;
  readonly request: EdgeRequest;
  readonly response?: EdgeResponse;
  readonly origin?: Origin;
}

const NONE: FunctionRun = { kind: "none" };

/** Why a function that sees responses does not run when the way of a request is explained. */
export const NOT_ASKED = "the origin was not asked";

/**
 * Runs the function of a behavior at an event, if it has one.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html
 */
export function runFunction(
  x: Exchange,
  compiled: CompiledBehavior,
  message: FunctionMessage,
): FunctionRun | Promise<FunctionRun> {
  const association = compiled.functionAt[message.event];
  return association === undefined ? NONE : runAssociated(x, compiled, association, message);
}

async function runAssociated(
  x: Exchange,
  compiled: CompiledBehavior,
  association: FunctionAssociation,
  given: FunctionMessage,
): Promise<FunctionRun> {
  const { edge, requestId } = x;
  const message = shownMessage(x, compiled, association, given);
  const edgeFunction = edge.deps.functionFor(association);
  if (edgeFunction === undefined) {
    note(x, `${nameOf(association)} cannot run here: the request passes as if it were not there`);
    return NONE;
  }
  const returned = await edgeFunction.run({
    ...message,
    distributionId: edge.model.id,
    distributionDomainName: edge.model.domainName,
    requestId,
    now: edge.deps.now(),
    targetOriginId: compiled.behavior.targetOriginId,
  });
  const outcome = withKnownOrigins(edge, returned);
  x.steps?.push({
    step: "function",
    event: message.event,
    kind: association.kind,
    name: nameOf(association),
    outcome: outcome.kind,
    changes: changesOf(message, outcome),
    logs: outcome.logs,
  });
  return runOf(x, association, outcome);
}

/**
 * A function may choose only origins of its distribution. AWS does not document what comes of another
 * id: it is taken for a validation error, as an origin that may not be selected is.
 */
function withKnownOrigins(edge: EdgeContext, outcome: FunctionOutcome): FunctionOutcome {
  if (outcome.kind !== "request" || outcome.origin === undefined) return outcome;
  const unknown = chosenIds(outcome.origin).find((id) => !edge.origins.has(id));
  if (unknown === undefined) return outcome;
  return {
    kind: "failure",
    status: 502,
    reason: `the function chose origin "${unknown}", which ${edge.model.address} does not define; use the origin_id of one of its origins`,
    xCache: "FunctionValidationError",
    logs: outcome.logs,
  };
}

function chosenIds(change: OriginChange): readonly string[] {
  if (change.kind === "settings") return [];
  return change.kind === "origin"
    ? [change.originId]
    : change.members.map(({ originId }) => originId);
}

/**
 * The message as the function sees it: a CloudFront function at viewer-request gets the CloudFront-*
 * headers that the policies list. Lambda@Edge gets them at the origin events only.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
 */
function shownMessage(
  { viewer }: Exchange,
  { cloudFrontHeaders }: CompiledBehavior,
  { kind, event }: FunctionAssociation,
  message: FunctionMessage,
): FunctionMessage {
  if (kind !== "cloudfront-function" || event !== "viewer-request") return message;
  if (cloudFrontHeaders.length === 0) return message;
  const { request } = message;
  const headers = cloudFrontHeaders.reduce((known, { name, valueFor }) => {
    const value = valueFor(request, viewer);
    return value === undefined ? known : withHeader(known, name, value);
  }, request.headers);
  return { ...message, request: { ...request, headers } };
}

/** Notes that a function was not run, and which rule says so. */
export function skipFunction(
  x: Exchange,
  compiled: CompiledBehavior,
  event: FunctionEvent,
  reason: string,
): void {
  if (compiled.functionAt[event] === undefined) return;
  x.steps?.push({ step: "function-skipped", event, reason });
}

function nameOf({ address, arn }: FunctionAssociation): string {
  return address ?? arn;
}

function runOf(
  { requestId }: Exchange,
  { kind }: FunctionAssociation,
  outcome: FunctionOutcome,
): FunctionRun {
  if (outcome.kind === "request") {
    const { request, origin } = outcome;
    return { kind: "request", request, ...(origin === undefined ? {} : { change: origin }) };
  }
  if (outcome.kind === "response") {
    const result = kind === "lambda-edge" ? "LambdaGeneratedResponse" : "FunctionGeneratedResponse";
    return { kind: "response", response: outcome.response, result, failed: false };
  }
  const sentence = `The function associated with the CloudFront distribution is invalid or doesn't have the required permissions. ${outcome.reason}`;
  return {
    kind: "response",
    response: errorResponse(outcome.status, escapeHtml(sentence), requestId),
    result: outcome.xCache,
    failed: true,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function changesOf(message: FunctionMessage, outcome: FunctionOutcome): string[] {
  if (outcome.kind === "failure") return [`${outcome.status}: ${outcome.reason}`];
  if (outcome.kind === "response") {
    const { response } = message;
    if (response === undefined) return [`answers with ${outcome.response.status}`];
    return [
      ...changed("status", String(response.status), String(outcome.response.status)),
      ...headerChanges(response.headers, outcome.response.headers),
    ];
  }
  const { request } = message;
  return [
    ...changed("uri", request.path, outcome.request.path),
    ...changed("query string", request.query, outcome.request.query),
    ...headerChanges(request.headers, outcome.request.headers),
    ...(outcome.origin === undefined ? [] : [`origin: ${JSON.stringify(outcome.origin)}`]),
  ];
}

function changed(what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${what}: ${before} → ${after}`];
}

/** Names only: values may be secrets. */
function headerChanges(before: HeaderList, after: HeaderList): string[] {
  const old = new Map(before.map(([name, value]) => [name.toLowerCase(), value]));
  const now = new Map(after.map(([name, value]) => [name.toLowerCase(), value]));
  const added = [...now.keys()].filter((name) => !old.has(name));
  const removed = [...old.keys()].filter((name) => !now.has(name));
  const edited = [...now].filter(([name, value]) => old.has(name) && old.get(name) !== value);
  return [
    ...added.map((name) => `header ${name} added`),
    ...removed.map((name) => `header ${name} removed`),
    ...edited.map(([name]) => `header ${name} changed`),
  ];
}
