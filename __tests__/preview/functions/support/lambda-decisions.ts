import type { FunctionInput } from "../../../../preview/functions/edge-function";
import { fromLambdaResult } from "../../../../preview/functions/lambda/from-lambda-result";
import { toLambdaEvent } from "../../../../preview/functions/lambda/to-lambda-event";
import type { Draft } from "./drafts";

/**
 * What a Lambda@Edge function decides that changes the request or response as it sees it;
 * what `edit` returns takes its place.
 */
export function decide(given: FunctionInput, edit: (draft: Draft) => unknown) {
  const event = toLambdaEvent(given, "with-body");
  const { request, response } = event.Records[0].cf;
  const draft = structuredClone(response ?? request) as Draft;
  return fromLambdaResult(edit(draft) ?? draft, event, given);
}

/** The request that a function changed. */
export function changedRequest(given: FunctionInput, edit: (draft: Draft) => unknown) {
  const decision = decide(given, edit);
  if (decision.kind !== "request") throw new Error("expected a request");
  return decision;
}

/** The response that a function made or changed. */
export function changedResponse(given: FunctionInput, edit: (draft: Draft) => unknown) {
  const decision = decide(given, edit);
  if (decision.kind !== "response") throw new Error("expected a response");
  return decision.response;
}
