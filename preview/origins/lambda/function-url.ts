import { type EdgeRequest, type EdgeResponse, type Fetch, headerOf } from "../../messages";
import { clfTime } from "../api/clf-time";
import { bodyPart, requestPart } from "../api/event-v2";
import { incomingHeaders, withoutSignature } from "../api/incoming-headers";
import { readResultV2 } from "../api/result-v2";
import type { Caller } from "../caller";
import { connectingAddress } from "../connecting-address";
import type { Emulation } from "../emulation";
import { hostOf } from "../host-name";
import { endToEnd } from "../http/hop-by-hop";
import { corsHeaders, isPreflight, withoutCors } from "../http-api/cors";
import { type IamIdentity, iamIdentity } from "../iam/iam-identity";
import { sha256Hex } from "../iam/sigv4/canonical-request";
import { verifySignature } from "../iam/sigv4/verify-signature";
import { placeOf } from "../place";
import { requestId, traceRoot } from "../request-ids";
import type { Functions } from "./functions";
import type { Invocation } from "./invocation";
import { missingActions } from "./permissions";
import type { FunctionUrl } from "./read-function-url";
import { streamedPayload } from "./streamed-payload";

const MAX_PAYLOAD_BYTES = 6_291_456;
const FORBIDDEN =
  "Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html";

/** Lambda asks for both since October 2025. */
const ACTIONS = ["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"];

/**
 * A function URL for one caller: payload format 2.0; with `AWS_IAM` only for signed requests, of an
 * IAM user or of CloudFront's origin access control.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html
 */
export function functionUrlFetch(
  url: FunctionUrl,
  caller: Caller,
  functions: Functions,
  emulation: Emulation,
): Fetch {
  return async (request) => {
    if (url.cors === undefined) return respond(url, caller, functions, emulation, request);
    const added = corsHeaders(url.cors, request);
    if (isPreflight(request)) return { status: 200, headers: added, body: Buffer.alloc(0) };
    const answer = await respond(url, caller, functions, emulation, request);
    return added.length === 0
      ? answer
      : { ...answer, headers: [...withoutCors(answer.headers), ...added] };
  };
}

async function respond(
  url: FunctionUrl,
  caller: Caller,
  functions: Functions,
  emulation: Emulation,
  request: EdgeRequest,
): Promise<EdgeResponse> {
  const now = emulation.now();
  const id = requestId();
  const trace = headerOf(request.headers, "x-amzn-trace-id") ?? traceRoot(now);
  const error = (status: number, message: string, type: string): EdgeResponse =>
    jsonAnswer(status, { Message: message }, id, now, type);
  if (hostOf(request) !== url.host) return error(403, "Forbidden", "AccessDeniedException");
  if (request.body.length > MAX_PAYLOAD_BYTES) {
    return error(
      413,
      "Request must be smaller than 6291456 bytes for the InvokeFunction operation",
      "RequestEntityTooLargeException",
    );
  }
  const admitted = url.isOpen
    ? { problem: url.closedBecause }
    : admit(url, caller, functions, emulation, request);
  if (admitted.problem !== undefined) {
    emulation.onLog({ address: url.address, level: "error", text: admitted.problem });
    return error(403, FORBIDDEN, "AccessDeniedException");
  }
  const headers = incomingHeaders(request, trace);
  const outcome = await url.fn.invoke(
    eventFor(url, request, url.isOpen ? headers : withoutSignature(headers), admitted.iam, id, now),
  );
  const payload = outcome.ok ? payloadOf(outcome, url, emulation) : undefined;
  const result = outcome.ok ? readResultV2(payload, "application/json") : undefined;
  if (result === undefined) return jsonAnswer(502, "Internal Server Error", id, now);
  const plain = endToEnd(result.headers).filter(([name]) => !/^(content-length|date)$/i.test(name));
  return {
    status: result.status,
    headers: [
      ["Date", new Date(now).toUTCString()],
      ...plain,
      ["Content-Length", String(result.body.length)],
      ["x-amzn-RequestId", id],
      ["X-Amzn-Trace-Id", trace],
    ],
    body: result.body,
  };
}

/** What a function returned, or what a streaming handler wrote as if it had returned it. */
function payloadOf(
  { payload, stream }: Extract<Invocation, { ok: true }>,
  { address, isStreaming }: FunctionUrl,
  { onLog }: Emulation,
): unknown {
  if (stream === undefined) return payload;
  if (isStreaming) return streamedPayload(stream);
  const text =
    'its function streams the response, which takes invoke_mode "RESPONSE_STREAM": status and headers are lost';
  onLog({ address, level: "error", text });
  return payload;
}

/** Who called, or why that is not enough. */
interface Admitted {
  readonly problem?: string | undefined;
  /** The user who signed. CloudFront's own identity is not known. */
  readonly iam?: IamIdentity;
}

function admit(
  { fn }: FunctionUrl,
  caller: Caller,
  functions: Functions,
  emulation: Emulation,
  request: EdgeRequest,
): Admitted {
  if (caller.kind === "distribution") {
    const permissions = functions.permissionsFor(fn, "cloudfront.amazonaws.com");
    // Without any in the stack, it may be granted elsewhere.
    const missing =
      permissions.length === 0 ? [] : missingActions(permissions, ACTIONS, [caller.arn]);
    if (missing.length > 0) {
      return {
        problem: `no aws_lambda_permission grants ${missing.join(" and ")} to ${caller.arn}`,
      };
    }
    const hash = headerOf(request.headers, "x-amz-content-sha256");
    if (request.body.length === 0 || hash === sha256Hex(request.body)) return {};
    return {
      problem:
        "CloudFront does not sign bodies: the viewer must send the body's SHA-256 in x-amz-content-sha256",
    };
  }
  const { region, accountId } = placeOf(fn.arn, emulation);
  const verdict = verifySignature(request, {
    keys: emulation.iamKeys,
    region,
    service: "lambda",
    now: emulation.now(),
  });
  return verdict.ok
    ? { iam: iamIdentity(verdict.key, accountId) }
    : { problem: `it takes signed requests only: ${verdict.message}` };
}

function eventFor(
  { host }: FunctionUrl,
  request: EdgeRequest,
  headers: EdgeRequest["headers"],
  iam: IamIdentity | undefined,
  id: string,
  now: number,
) {
  const urlId = host.split(".")[0] ?? "";
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: request.path,
    ...requestPart(request.query, headers),
    requestContext: {
      accountId: iam?.accountId ?? "anonymous",
      apiId: urlId,
      ...(iam === undefined ? {} : { authorizer: { iam } }),
      domainName: host,
      domainPrefix: urlId,
      http: {
        method: request.method,
        path: request.path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: connectingAddress(request),
        userAgent: headerOf(headers, "user-agent") ?? "",
      },
      requestId: id,
      routeKey: "$default",
      stage: "$default",
      time: clfTime(now),
      timeEpoch: now,
    },
    ...bodyPart(request.body, headerOf(headers, "content-type")),
  };
}

function jsonAnswer(
  status: number,
  content: unknown,
  id: string,
  now: number,
  errorType?: string,
): EdgeResponse {
  const body = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  return {
    status,
    headers: [
      ["Date", new Date(now).toUTCString()],
      ["Content-Type", "application/json"],
      ["Content-Length", String(body.length)],
      ["x-amzn-RequestId", id],
      ...(errorType === undefined ? [] : ([["x-amzn-ErrorType", errorType]] as const)),
    ],
    body,
  };
}
