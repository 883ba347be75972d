import { type EdgeRequest, type EdgeResponse, headerOf } from "../../messages";
import { newCallIds } from "../api/call-ids";
import { incomingHeaders } from "../api/incoming-headers";
import type { ApiRuntime } from "../api/runtime";
import { answerCall } from "./answer-call";
import { answer } from "./gateway-response";
import type { RestApi, RestStage } from "./model";

/** How a request came to a stage. */
export interface RestEntry {
  readonly host: string;
  readonly stage: RestStage;
  /** The raw path without stage and base path; starts with `/`. */
  readonly path: string;
  /** The event's `path`. */
  readonly eventPath: string;
}

/** Answers a request to the API's own host: the path's first part is the stage. */
export function answerDefaultEndpoint(
  api: RestApi,
  host: string,
  request: EdgeRequest,
  runtime: ApiRuntime,
): Promise<EdgeResponse> {
  const [, name = "", rest = ""] = /^\/([^/]*)(.*)$/s.exec(request.path) ?? [];
  const stage = api.stages.get(name);
  if (api.isDefaultEndpointDisabled || stage === undefined) {
    return Promise.resolve(forbidden(request, runtime.emulation.now()));
  }
  const path = rest === "" ? "/" : rest;
  return answerStage(api, { host, stage, path, eventPath: path }, request, runtime);
}

/** Answers a request to a stage, however it was reached. */
export function answerStage(
  api: RestApi,
  { host, stage, path, eventPath }: RestEntry,
  request: EdgeRequest,
  runtime: ApiRuntime,
): Promise<EdgeResponse> {
  const now = runtime.emulation.now();
  const ids = newCallIds(now, headerOf(request.headers, "x-amzn-trace-id"));
  const method = headerOf(request.headers, "x-http-method-override") ?? request.method;
  return answerCall(
    {
      api,
      stage,
      request: { ...request, method: method.toUpperCase() },
      host,
      path,
      eventPath,
      fullPath: request.path,
      headers: incomingHeaders(request, ids.trace),
      ids,
      now,
    },
    runtime,
  );
}

/** What API Gateway says to a host, stage or endpoint that it does not serve. */
export function forbidden(request: EdgeRequest, now: number): EdgeResponse {
  const ids = newCallIds(now, headerOf(request.headers, "x-amzn-trace-id"));
  return answer(
    { ids, now },
    403,
    [
      ["Content-Type", "application/json"],
      ["x-amzn-ErrorType", "ForbiddenException"],
    ],
    Buffer.from('{"message":"Forbidden"}'),
  );
}
