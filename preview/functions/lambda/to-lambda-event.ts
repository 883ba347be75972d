import { STATUS_CODES } from "node:http";
import type { EdgeRequest } from "../../messages";
import type { FunctionInput } from "../edge-function";
import { toLambdaHeaders } from "./lambda-headers";
import { toLambdaOrigin } from "./lambda-origin";
import { isViewerEvent, maximumBytes } from "./limits";

/** Whether request events carry the body: the association's `include_body`. */
export type BodyInclusion = "with-body" | "without-body";

/** The request as Lambda@Edge shows it. */
interface LambdaRequest {
  readonly clientIp: string;
  readonly method: string;
  readonly uri: string;
  readonly querystring: string;
  readonly headers: ReturnType<typeof toLambdaHeaders>;
  readonly origin?: unknown;
  readonly body?: unknown;
}

/** The event of a Lambda@Edge function. */
export interface LambdaEvent {
  readonly Records: readonly [
    {
      readonly cf: {
        readonly config: unknown;
        readonly request: LambdaRequest;
        readonly response?: unknown;
      };
    },
  ];
}

/**
 * The event for a run.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-event-structure.html
 */
export function toLambdaEvent(input: FunctionInput, inclusion: BodyInclusion): LambdaEvent {
  const { event, request, response, distributionDomainName, distributionId, requestId, origin } =
    input;
  const isViewer = isViewerEvent(event);
  const config = { distributionDomainName, distributionId, eventType: event, requestId };
  const shown = {
    clientIp: request.clientIp,
    headers: toLambdaHeaders(request.headers),
    method: request.method,
    querystring: request.query,
    uri: request.path,
    ...(isViewer || origin === undefined
      ? {}
      : { origin: toLambdaOrigin(origin, request.protocol) }),
    ...(inclusion === "with-body" && response === undefined
      ? { body: toLambdaBody(request, maximumBytes(event)) }
      : {}),
  };
  if (response === undefined) return { Records: [{ cf: { config, request: shown } }] };
  const { status, statusText, headers } = response;
  const answered = {
    headers: toLambdaHeaders(headers),
    status: String(status),
    statusDescription: statusText ?? STATUS_CODES[status] ?? "",
  };
  return { Records: [{ cf: { config, request: shown, response: answered } }] };
}

function toLambdaBody({ body }: EdgeRequest, maximum: number) {
  return {
    inputTruncated: body.byteLength > maximum,
    action: "read-only",
    encoding: "base64",
    data: Buffer.from(body.subarray(0, maximum)).toString("base64"),
  };
}
