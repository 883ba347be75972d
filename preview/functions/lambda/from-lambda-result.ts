import type { EdgeRequest, EdgeResponse } from "../../messages";
import type { FunctionInput, OriginChange } from "../edge-function";
import { InvalidResult } from "../invalid-result";
import { fromLambdaOrigin } from "./lambda-origin";
import { returnedRequest } from "./returned-request";
import { returnedResponse } from "./returned-response";
import type { LambdaEvent } from "./to-lambda-event";

/** What a Lambda@Edge function decided. */
export type LambdaDecision =
  | { readonly kind: "request"; readonly request: EdgeRequest; readonly origin?: OriginChange }
  | { readonly kind: "response"; readonly response: EdgeResponse };

/** The request or response that a function returned. Throws {@link InvalidResult} for anything else. */
export function fromLambdaResult(
  value: unknown,
  shown: LambdaEvent,
  input: FunctionInput,
): LambdaDecision {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidResult(
      `the function must return a request or a response, got ${JSON.stringify(value)}`,
    );
  }
  const result = value as Readonly<Record<string, unknown>>;
  if ("status" in result) return { kind: "response", response: returnedResponse(result, input) };
  if (input.response !== undefined) throw new InvalidResult("a response must have a status");
  const request = returnedRequest(result, input);
  if (input.event !== "origin-request") return { kind: "request", request };
  const origin = fromLambdaOrigin(
    result.origin,
    shown.Records[0].cf.request.origin,
    request.headers,
  );
  return origin === undefined ? { kind: "request", request } : { kind: "request", request, origin };
}
