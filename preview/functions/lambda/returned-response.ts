import type { EdgeResponse, HeaderList } from "../../messages";
import type { FunctionInput } from "../edge-function";
import { bodyBytes, withBody, withDescription } from "../generated-body";
import { InvalidResult } from "../invalid-result";
import { fromLambdaHeaders } from "./lambda-headers";
import { maximumBytes } from "./limits";

/**
 * The response that a Lambda@Edge function made or changed.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-generating-http-responses.html
 */
export function returnedResponse(
  result: Readonly<Record<string, unknown>>,
  { event, response }: FunctionInput,
): EdgeResponse {
  const status = Number(result.status);
  if (!/^[2-5]\d\d$/.test(String(result.status))) {
    throw new InvalidResult(`status must be from 200 to 599, got ${JSON.stringify(result.status)}`);
  }
  if (event === "viewer-response" && status !== response?.status) {
    throw new InvalidResult(
      `a viewer response function cannot change the status, got ${status} for ${response?.status}`,
    );
  }
  const { body, bodyEncoding = "text" } = result;
  const headers = fromLambdaHeaders(event, result.headers, response?.headers ?? []);
  const written =
    event === "viewer-response" || body === undefined ? undefined : bodyBytes(body, bodyEncoding);
  if (
    event === "viewer-request" &&
    status === 204 &&
    written !== undefined &&
    written.byteLength > 0
  ) {
    throw new InvalidResult("a response with status 204 cannot have a body");
  }
  checkSize(headers, written, maximumBytes(event));
  return {
    status,
    ...withDescription(result.statusDescription),
    ...withBody(headers, written, response),
  };
}

function checkSize(headers: HeaderList, body: Uint8Array | undefined, maximum: number): void {
  if (body === undefined) return;
  const bytes = headers.reduce(
    (sum, [name, value]) => sum + name.length + value.length + 4,
    body.byteLength,
  );
  if (bytes > maximum) {
    throw new InvalidResult(
      `the response that the function made has ${bytes} bytes: at most ${maximum} are allowed`,
    );
  }
}
