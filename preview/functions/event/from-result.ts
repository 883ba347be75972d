import type { EdgeRequest, EdgeResponse } from "../../messages";
import type { FunctionInput } from "../edge-function";
import { InvalidResult } from "../invalid-result";
import { returnedRequest } from "./returned-request";
import { returnedResponse } from "./returned-response";
import type { FunctionEventObject } from "./to-event";

/** The request or response that a function returned. Throws {@link InvalidResult} for anything else. */
export function fromResult(
  value: unknown,
  shown: FunctionEventObject,
  input: FunctionInput,
):
  | { readonly kind: "request"; readonly request: EdgeRequest }
  | { readonly kind: "response"; readonly response: EdgeResponse } {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InvalidResult(
      `the function must return a request or a response, got ${JSON.stringify(value)}`,
    );
  }
  const result = value as Readonly<Record<string, unknown>>;
  if ("statusCode" in result)
    return { kind: "response", response: returnedResponse(result, shown, input) };
  if (input.event === "viewer-response") {
    throw new InvalidResult("a viewer response function must return a response with a statusCode");
  }
  return { kind: "request", request: returnedRequest(result, shown.request, input) };
}
