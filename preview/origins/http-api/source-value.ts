import { joinedValue } from "../../pipeline/field-values";
import { flatValues } from "../api/flat-values";
import { parseQuery } from "../query";
import type { HttpCall } from "./call";
import { contextV1 } from "./event";
import type { MatchedRoute } from "./match-http-route";
import { valueInBody } from "./parameter-mapping";

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
  const values = flatValues("context", { ...contextV1(call, route), routeKey: route.key });
  return values[`context.${name}`];
}
