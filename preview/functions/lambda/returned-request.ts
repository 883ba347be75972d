import type { EdgeRequest } from "../../messages";
import { hasControlCharacters } from "../control-characters";
import type { FunctionInput } from "../edge-function";
import { checkUriLength, toAscii, toPath } from "../event/uri";
import { bodyBytes } from "../generated-body";
import { InvalidResult } from "../invalid-result";
import { fromLambdaHeaders } from "./lambda-headers";
import { maximumBytes } from "./limits";

type Result = Readonly<Record<string, unknown>>;

/** The request that a Lambda@Edge function returned. */
export function returnedRequest(result: Result, { event, request }: FunctionInput): EdgeRequest {
  const { method = request.method, uri, querystring, headers, body } = result;
  if (method !== request.method) {
    throw new InvalidResult(
      `the method cannot be changed, got ${JSON.stringify(method)} for ${request.method}`,
    );
  }
  const path = toPath(uri, request.path);
  const query = toQuery(querystring, request.query);
  checkUriLength(path, query);
  return {
    ...request,
    path,
    query,
    headers: fromLambdaHeaders(event, headers, request.headers),
    body: toBody(body, request.body, maximumBytes(event)),
  };
}

function toQuery(querystring: unknown, original: string): string {
  if (querystring === original) return original;
  if (querystring === undefined) return "";
  if (
    typeof querystring !== "string" ||
    hasControlCharacters(querystring) ||
    /[ #]/.test(querystring)
  ) {
    throw new InvalidResult(
      `querystring must be a string without spaces, control characters, or "#", got ${JSON.stringify(querystring)}`,
    );
  }
  return toAscii(querystring);
}

/**
 * The request's body: as it was, unless the function says `replace`.
 *
 * AWS's limits for base64, 53.2 KB and 1.33 MB, are those for text in base64: the bytes are counted.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html#lambda-at-edge-restrictions-request-body
 */
function toBody(body: unknown, original: Uint8Array, maximum: number): Uint8Array {
  if (body === undefined) return original;
  const { action = "read-only", encoding = "base64", data } = (body ?? {}) as Result;
  if (action === "read-only") return original;
  if (action !== "replace") {
    throw new InvalidResult(
      `the body's action must be read-only or replace, got ${JSON.stringify(action)}`,
    );
  }
  const replaced = bodyBytes(data, encoding);
  if (replaced.byteLength <= maximum) return replaced;
  throw new InvalidResult(
    `the body that the function returned has ${replaced.byteLength} bytes: at most ${maximum} are allowed`,
  );
}
