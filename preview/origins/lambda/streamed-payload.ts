import { isBlock, type Json } from "../../../synthesized/stack";
import type { StreamedResponse } from "./invocation";

/**
 * What a streaming handler wrote, in the shape of a result of payload format 2.0. Without metadata it
 * is 200, and bytes unless the handler named their type.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html
 */
export function streamedPayload({ metadata, contentType, body }: StreamedResponse): object {
  const { headers, ...rest } = isBlock(metadata as Json) ? (metadata as Record<string, Json>) : {};
  const given = isBlock(headers) ? headers : {};
  const hasType = Object.keys(given).some((name) => name.toLowerCase() === "content-type");
  const type = { "content-type": contentType ?? "application/octet-stream" };
  return {
    statusCode: 200,
    ...rest,
    headers: { ...(hasType ? {} : type), ...given },
    body,
    isBase64Encoded: true,
  };
}
