import type { FunctionInput } from "../../../../preview/functions/edge-function";
import type { EdgeRequest, EdgeResponse } from "../../../../preview/messages";

/** A viewer's request with some of it replaced. */
export function request(changes: Partial<EdgeRequest> = {}): EdgeRequest {
  return {
    method: "GET",
    path: "/page",
    query: "",
    headers: [["Host", "d111111abcdef8.cloudfront.net"]],
    body: new Uint8Array(),
    protocol: "https",
    httpVersion: "2.0",
    clientIp: "198.51.100.11",
    ...changes,
  };
}

/** A response with some of it replaced. */
export function response(changes: Partial<EdgeResponse> = {}): EdgeResponse {
  return {
    status: 200,
    statusText: "OK",
    headers: [],
    body: Buffer.from("from the origin"),
    ...changes,
  };
}

/** What a function is told at the viewer request, with some of it replaced. */
export function input(changes: Partial<FunctionInput> = {}): FunctionInput {
  return {
    event: "viewer-request",
    request: request(),
    distributionId: "EDFDVBD6EXAMPLE",
    distributionDomainName: "d111111abcdef8.cloudfront.net",
    requestId: "EXAMPLEntjQpEXAMPLE==",
    now: Date.UTC(2026, 0, 2, 3, 4, 5),
    ...changes,
  };
}

/** What a function is told at the viewer response. */
export function responseInput(
  answer: EdgeResponse,
  changes: Partial<FunctionInput> = {},
): FunctionInput {
  return input({ event: "viewer-response", response: answer, ...changes });
}
