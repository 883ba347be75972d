import type { EdgeResponse } from "../../messages";
import type { FunctionInput } from "../edge-function";
import { bodyBytes, withBody, withDescription } from "../generated-body";
import { InvalidResult } from "../invalid-result";
import { toSetCookieHeaders } from "./cookies";
import { returnedHeaders } from "./returned-headers";
import type { FunctionEventObject } from "./to-event";

/** The response that a function made, or changed in a viewer response event. */
export function returnedResponse(
  result: Readonly<Record<string, unknown>>,
  shown: FunctionEventObject,
  { event, response }: FunctionInput,
): EdgeResponse {
  const { statusCode, statusDescription, body } = result;
  if (
    typeof statusCode !== "number" ||
    !Number.isInteger(statusCode) ||
    statusCode < 200 ||
    statusCode > 599
  ) {
    throw new InvalidResult(
      `statusCode must be an integer from 200 to 599, got ${JSON.stringify(statusCode)}`,
    );
  }
  const before = response?.headers ?? [];
  const headers = [
    ...returnedHeaders(event, result.headers, shown.response?.headers ?? {}, before),
    ...toSetCookieHeaders(result.cookies, shown.response?.cookies ?? {}, before),
  ];
  const written = body === undefined ? undefined : toBody(body);
  return {
    status: statusCode,
    ...withDescription(statusDescription),
    ...withBody(headers, written, response),
  };
}

function toBody(body: unknown): Uint8Array {
  if (typeof body === "string") return bodyBytes(body, "text");
  const { data, encoding } = (body ?? {}) as { data?: unknown; encoding?: unknown };
  return bodyBytes(data, encoding);
}
