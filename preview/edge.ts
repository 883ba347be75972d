// The edge: one distribution as a function from a viewer's request to its response.

import { admit } from "./edge/admit";
import { createContext, type EdgeContext, type EdgeDeps, type Exchange } from "./edge/context";
import { fetchObject } from "./edge/fetch-object";
import { complete, finish, withPolicy } from "./edge/finish";
import { noteUnreplaced, replaceError } from "./edge/replace-error";
import { noteRewrite, rootedRequest } from "./edge/root-object";
import { NOT_ASKED, runFunction, skipFunction } from "./edge/run-function";
import type { EdgeModel } from "./edge-model";
import { type EdgeRequest, type EdgeResponse, headerOf } from "./messages";
import { viewerIn } from "./pipeline/cloudfront-headers";
import { isInvalidatedBy } from "./pipeline/invalidation";
import type { Trace } from "./trace";

/** What the caller of the edge may ask for beside the response. */
export interface EdgeCall {
  /** Fills `trace.steps`; else only the summary and the notes are there. */
  readonly detail?: boolean;
  /** Goes the same way without asking the origin or using the cache. */
  readonly dryRun?: boolean;
  /** The viewer's country, such as `DE`. @default - unknown to the geo restriction, `US` in headers */
  readonly country?: string;
}

/** The response for the viewer, and how it came about. */
export interface EdgeResult {
  readonly response: EdgeResponse;
  readonly trace: Trace;
}

/** A distribution that answers requests. */
export interface Edge {
  (request: EdgeRequest, call?: EdgeCall): Promise<EdgeResult>;
  /**
   * Forgets the objects of a path, which may end with `*`, and returns how many there were. Where
   * query strings are in the cache key, the path has one, too.
   */
  readonly invalidate: (path: string) => number;
  /** What the cache holds. */
  readonly cacheSize: () => { readonly entries: number; readonly bytes: number };
}

/**
 * Builds the edge of a distribution. Only `fetchFor` and `functionFor` reach outside.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HowCloudFrontWorks.html
 */
export function createEdge(model: EdgeModel, deps: EdgeDeps): Edge {
  const context = createContext(model, deps);
  const answer = async (request: EdgeRequest, call: EdgeCall = {}): Promise<EdgeResult> => {
    const exchange = openExchange(context, request, call);
    const response = await handle(exchange);
    return { response, trace: exchange.trace };
  };
  return Object.assign(answer, {
    invalidate: (path: string) => context.cache.invalidate(isInvalidatedBy(path)),
    cacheSize: () => context.cache.size,
  });
}

function openExchange(edge: EdgeContext, request: EdgeRequest, call: EdgeCall): Exchange {
  const hostHeader = headerOf(request.headers, "host") ?? "";
  const host = edge.knowsHost(hostHeader);
  const requestId = edge.newRequestId();
  const query = request.query === "" ? "" : `?${request.query}`;
  const steps = call.detail === true ? [] : undefined;
  return {
    edge,
    request: host === undefined || host === hostHeader ? request : withHost(request, host),
    hostHeader,
    host,
    country: call.country,
    viewer: call.country === undefined ? edge.viewer : viewerIn(call.country, edge.viewer),
    requestId,
    trace: {
      requestId,
      method: request.method,
      url: `${request.protocol}://${hostHeader}${request.path}${query}`,
      status: 0,
      resultType: "Error",
      dryRun: call.dryRun === true,
      steps: steps ?? [],
      notes: [],
    },
    steps,
  };
}

/** The request to another Host. Spelled out: made for each request of a local viewer. */
function withHost(request: EdgeRequest, host: string): EdgeRequest {
  const { method, path, query, hasBareQuestionMark, body, protocol, httpVersion, clientIp } =
    request;
  const headers = request.headers.map((field) =>
    field[0].length === 4 && field[0].toLowerCase() === "host" ? (["Host", host] as const) : field,
  );
  return {
    method,
    path,
    query,
    hasBareQuestionMark,
    headers,
    body,
    protocol,
    httpVersion,
    clientIp,
  };
}

/** The way of a request, in CloudFront's order. */
async function handle(x: Exchange): Promise<EdgeResponse> {
  const door = admit(x);
  if (door.kind === "refused") {
    const answer = { ...door, age: undefined, generated: false };
    if (!door.replaceable) noteUnreplaced(x, door.response.status, "CloudFront itself");
    const shown = door.replaceable ? await replaceError(x, answer) : answer;
    return complete(x, shown.response, shown);
  }

  const { compiled } = door;
  const root = rootedRequest(x, compiled);
  if (root.kind === "invalid")
    return complete(x, root.response, { result: "Error", age: undefined });

  const run = await runFunction(x, compiled, { event: "viewer-request", request: root.request });
  if (run.kind === "response") {
    const { response, result } = run;
    if (run.failed) {
      noteUnreplaced(x, response.status, "a failed function");
      return complete(x, response, { result, age: undefined });
    }
    const reason = "a viewer-request function made the response";
    return finish(
      x,
      compiled,
      root.request,
      { response, result, age: undefined, generated: true },
      reason,
    );
  }
  const request = run.kind === "request" ? run.request : root.request;
  const change = run.kind === "request" ? run.change : undefined;
  if (request.path !== root.request.path) noteRewrite(x, compiled, request.path);

  const answer = await fetchObject(x, compiled, request, change);
  if (x.trace.dryRun) {
    const response = withPolicy(x, compiled, answer);
    skipFunction(x, compiled, "viewer-response", NOT_ASKED);
    return complete(x, response, answer);
  }
  const { status } = answer.response;
  if (status < 400) return finish(x, compiled, request, answer, undefined);
  const shown = await replaceError(x, answer);
  return finish(x, compiled, request, shown, `the origin's status is ${status}`);
}
