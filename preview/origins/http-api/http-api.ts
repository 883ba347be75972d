import { type EdgeRequest, type EdgeResponse, headerOf } from "../../messages";
import { newCallIds } from "../api/call-ids";
import { httpHeaderBytes, MAX_HEADER_BYTES } from "../api/header-size";
import { incomingHeaders } from "../api/incoming-headers";
import type { ApiRuntime } from "../api/runtime";
import { authorizeRoute } from "./authorize";
import { type HttpCall, httpAnswer, httpError } from "./call";
import { corsHeaders, isPreflight, withoutCors } from "./cors";
import { integrateRoute } from "./integrate";
import { matchHttpRoute } from "./match-http-route";
import type { HttpApi, HttpStage } from "./model";

const MAX_PAYLOAD_BYTES = 10_485_760;

/** How a request came to an HTTP API. */
export interface HttpEntry {
  readonly host: string;
  /** The raw path without a mapping; it may begin with a stage. */
  readonly path: string;
  /** Whether it came to the API's own host, which may be disabled. @default - to a custom domain */
  readonly isDefaultEndpoint?: boolean;
  /** The stage of a mapping. @default - the one that the path names, else `$default` */
  readonly stage?: HttpStage;
}

/** Answers a request to an HTTP API: stage, CORS, route, authorizer, integration. */
export async function answerHttpApi(
  api: HttpApi,
  entry: HttpEntry,
  request: EdgeRequest,
  runtime: ApiRuntime,
): Promise<EdgeResponse> {
  const now = runtime.emulation.now();
  const ids = newCallIds(now, headerOf(request.headers, "x-amzn-trace-id"));
  if (entry.isDefaultEndpoint === true && api.isDefaultEndpointDisabled) {
    return httpError({ ids, now }, 404, "Not Found");
  }
  const found =
    entry.stage === undefined ? stageOf(api, entry.path) : { stage: entry.stage, path: entry.path };
  if (found === undefined) return httpError({ ids, now }, 404, "Not Found");
  const call: HttpCall = {
    api,
    stage: found.stage,
    request,
    host: entry.host,
    path: found.path,
    rawPath: entry.path,
    headers: incomingHeaders(request, ids.trace),
    ids,
    now,
  };
  const { cors } = api;
  if (cors === undefined) return answerCall(call, runtime);
  const added = corsHeaders(cors, request);
  if (isPreflight(request)) return httpAnswer(call, 204, added, Buffer.alloc(0));
  const answer = await answerCall(call, runtime);
  return { ...answer, headers: [...withoutCors(answer.headers), ...added] };
}

async function answerCall(call: HttpCall, runtime: ApiRuntime): Promise<EdgeResponse> {
  if (httpHeaderBytes(call.request) > MAX_HEADER_BYTES) {
    return httpError(call, 431, "Request Header Fields Too Large");
  }
  if (call.request.body.length > MAX_PAYLOAD_BYTES) {
    return httpError(call, 413, "Request Entity Too Large");
  }
  const matched = matchHttpRoute(call.api.routes, call.request.method, call.path);
  if (matched === undefined) return httpError(call, 404, "Not Found");
  const admission = await authorizeRoute(call, matched, runtime);
  if ("status" in admission) {
    return httpError(call, admission.status, admission.message, admission.headers);
  }
  return integrateRoute({ ...call, ...admission }, matched, runtime);
}

/** A named stage is the path's first part; everything else belongs to `$default`. */
function stageOf(api: HttpApi, path: string): { stage: HttpStage; path: string } | undefined {
  const [, name = "", rest = ""] = /^\/([^/]*)(.*)$/s.exec(path) ?? [];
  const named = name === "$default" ? undefined : api.stages.get(name);
  if (named !== undefined) return { stage: named, path: rest === "" ? "/" : rest };
  const fallback = api.stages.get("$default");
  return fallback === undefined ? undefined : { stage: fallback, path };
}
