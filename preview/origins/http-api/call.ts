import type { EdgeRequest, EdgeResponse, HeaderList } from "../../messages";
import { joinedValue } from "../../pipeline/field-values";
import type { CallIds } from "../api/call-ids";
import { connectingAddress } from "../connecting-address";
import { parseQuery } from "../query";
import type { MatchedRoute } from "./match-http-route";
import type { HttpApi, HttpStage } from "./model";
import { valueInBody } from "./parameter-mapping";

/** One request to a stage of an HTTP API. */
export interface HttpCall {
  readonly api: HttpApi;
  readonly stage: HttpStage;
  readonly request: EdgeRequest;
  readonly host: string;
  /** What routes match on: without a named stage or mapping. */
  readonly path: string;
  /** The event's `rawPath`: without the mapping, with a named stage. */
  readonly rawPath: string;
  readonly headers: HeaderList;
  readonly ids: CallIds;
  readonly now: number;
}

/** The ARN that policies speak of. */
export function routeArn({ api, stage, request, path }: HttpCall): string {
  const { partition, region, accountId } = api.place;
  return `arn:${partition}:execute-api:${region}:${accountId}:${api.id}/${stage.name}/${request.method}/${path.slice(1)}`;
}

/** A value that an authorizer or a parameter mapping names, such as `$request.header.X`. */
export function sourceValue(
  source: string,
  call: HttpCall,
  matched: MatchedRoute,
): string | undefined {
  const [, place, name = ""] =
    /^\$?(request\.(?:header|querystring|path|body)|stageVariables|context)\.?(.*)$/.exec(source) ??
    [];
  switch (place) {
    case "request.header":
      return joinedValue(call.headers, name.toLowerCase(), ",");
    case "request.querystring":
      return valuesOf(call.request.query, name);
    case "request.body":
      return valueInBody(call.request.body, name);
    case "request.path":
      return name === "" ? call.path : matched.pathParameters[name];
    case "stageVariables":
      return call.stage.variables[name];
    case "context":
      return contextValue(name, call, matched);
    default:
      return undefined;
  }
}

/** All values of a query string's parameter, joined by commas. */
function valuesOf(query: string, name: string): string | undefined {
  const values = parseQuery(query).filter(([key]) => key === name);
  return values.length === 0 ? undefined : values.map(([, value]) => value).join(",");
}

function contextValue(name: string, call: HttpCall, { route }: MatchedRoute): string | undefined {
  const values: Readonly<Record<string, string>> = {
    httpMethod: call.request.method,
    routeKey: route.key,
    path: call.rawPath,
    stage: call.stage.name,
    requestId: call.ids.extendedId,
    "identity.sourceIp": connectingAddress(call.request),
    domainName: call.host,
    apiId: call.api.id,
  };
  return values[name];
}

/** A response with the id, date and length that every answer of an HTTP API has. */
export function httpAnswer(
  call: Pick<HttpCall, "ids" | "now">,
  status: number,
  headers: HeaderList,
  body: Uint8Array,
): EdgeResponse {
  const plain = headers.filter(([name]) => !/^(content-length|date)$/i.test(name));
  return {
    status,
    headers: [
      ["date", new Date(call.now).toUTCString()],
      ...plain,
      ["content-length", String(body.length)],
      ["apigw-requestid", call.ids.extendedId],
    ],
    body,
  };
}

/** An error that an HTTP API answers by itself: `{"message":"Not Found"}`. */
export function httpError(
  call: Pick<HttpCall, "ids" | "now">,
  status: number,
  message: string,
  headers: HeaderList = [],
): EdgeResponse {
  return httpAnswer(
    call,
    status,
    [["content-type", "application/json"], ...headers],
    Buffer.from(JSON.stringify({ message })),
  );
}
