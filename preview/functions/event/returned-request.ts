import type { EdgeRequest } from "../../messages";
import type { FunctionInput } from "../edge-function";
import { InvalidResult } from "../invalid-result";
import { toCookieHeaders } from "./cookies";
import { toQuery } from "./query-string";
import { returnedHeaders } from "./returned-headers";
import type { RequestObject } from "./to-event";
import { checkUriLength, toPath } from "./uri";

/** The request that a function returned; `shown` is the one that it saw. */
export function returnedRequest(
  result: Readonly<Record<string, unknown>>,
  shown: RequestObject,
  { event, request }: FunctionInput,
): EdgeRequest {
  if (result.method !== shown.method) {
    throw new InvalidResult(
      `the method cannot be changed, got ${JSON.stringify(result.method)} for ${shown.method}`,
    );
  }
  const path = toPath(result.uri, request.path);
  const query = toQuery(result.querystring, shown.querystring, request.query);
  checkUriLength(path, query);
  const headers = returnedHeaders(event, result.headers, shown.headers, request.headers);
  const cookies = toCookieHeaders(result.cookies, shown.cookies, request.headers);
  return { ...request, path, query, headers: [...headers, ...cookies] };
}
