// What the emulator was asked, for tests that watch what Terraform does.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";

export interface EmulatedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Service that the request was signed for, such as `s3`; empty when it was not signed. */
  readonly service: string;
  /** Undefined until the answer starts. */
  readonly status: number | undefined;
}

/** A record of the request that learns the answer's status by itself. */
export function recorded(request: IncomingMessage, response: ServerResponse): EmulatedRequest {
  const { method = "", url = "", headers } = request;
  return {
    method,
    url,
    headers,
    service: serviceOf(headers.authorization),
    get status() {
      return response.headersSent ? response.statusCode : undefined;
    },
  };
}

/** Reads the service from `Credential=<key>/<date>/<region>/<service>/aws4_request`. */
export function serviceOf(authorization = ""): string {
  return /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(authorization)?.[1] ?? "";
}
