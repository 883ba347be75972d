import {
  type EdgeRequest,
  type EdgeResponse,
  OriginFailure,
  readBody,
  withHeader,
} from "../../messages";
import type { ApiRuntime } from "../api/runtime";
import { encodePart, parseQuery } from "../query";
import type { RestCall } from "./call";
import { answer, gatewayAnswer } from "./gateway-response";
import type { RestRoute } from "./match-route";
import type { Integration } from "./model";
import { outgoingHeaders } from "./response-headers";
import { type TemplateInput, templateInput } from "./template";
import { withStageVariables } from "./variables";

/**
 * Passes a request on to an HTTP endpoint (HTTP_PROXY), if it is one that the preview may reach:
 * `Host` is the endpoint's, the query string goes along, redirects are passed back.
 */
export async function httpProxy(
  call: RestCall,
  route: RestRoute,
  integration: Integration,
  runtime: ApiRuntime,
  onProblem: (text: string) => void,
): Promise<EdgeResponse> {
  const target = targetOf(call, route, integration);
  const fetch = target === undefined ? undefined : runtime.upstreamFor(target.host);
  if (target === undefined || fetch === undefined) {
    onProblem(
      `the HTTP integration of ${route.resource.path} goes to ${target?.host ?? integration.uri}; say where that host runs to let the preview reach it`,
    );
    return gatewayAnswer(call, { type: "INTEGRATION_FAILURE" });
  }
  try {
    const response = await fetch(target.request);
    const body = await readBody(response.body);
    return answer(call, response.status, outgoingHeaders(response.headers, call.ids.trace), body);
  } catch (error) {
    if (!(error instanceof OriginFailure)) throw error;
    onProblem(error.message);
    return gatewayAnswer(call, {
      type: error.reason.endsWith("timeout") ? "INTEGRATION_TIMEOUT" : "INTEGRATION_FAILURE",
    });
  }
}

function targetOf(
  call: RestCall,
  route: RestRoute,
  integration: Integration,
): { readonly host: string; readonly request: EdgeRequest } | undefined {
  const uri = withStageVariables(integration.uri, call.stage.variables);
  const [, protocol, authority = "", path = "", query = ""] =
    /^(https?):\/\/([^/?#]+)([^?#]*)\??([^#]*)/.exec(uri) ?? [];
  if (protocol === undefined) return undefined;
  const input = templateInput(call, route);
  const sources = integration.requestParameters;
  const inPath = path.replace(/\{([^}+]+)\+?\}/g, (_, name: string) => {
    const value = sourceValue(sources[`integration.request.path.${name}`], route, input);
    return (value ?? route.pathParameters[name] ?? "").split("/").map(encodePart).join("/");
  });
  const added = Object.entries(sources).flatMap(([name, source]) => {
    const parameter = /^integration\.request\.querystring\.(.+)$/.exec(name)?.[1];
    const value = sourceValue(source, route, input);
    return parameter === undefined || value === undefined
      ? []
      : [`${encodePart(parameter)}=${encodePart(value)}`];
  });
  const own = parseQuery(call.request.query).length === 0 ? [] : [call.request.query];
  const mapped = Object.entries(sources).flatMap(([name, source]) => {
    const header = /^integration\.request\.header\.(.+)$/.exec(name)?.[1];
    const value = sourceValue(source, route, input);
    return header === undefined || value === undefined ? [] : [[header, value] as const];
  });
  const headers = mapped.reduce(
    (list, [name, value]) => withHeader(list, name, value),
    withHeader(call.headers, "Host", authority),
  );
  const method = integration.httpMethod === "ANY" ? call.request.method : integration.httpMethod;
  return {
    host: authority.toLowerCase(),
    request: {
      ...call.request,
      method: method === "" ? call.request.method : method,
      protocol: protocol === "http" ? "http" : "https",
      path: inPath === "" ? "/" : inPath,
      query: [query, ...own, ...added].filter((part) => part !== "").join("&"),
      headers,
    },
  };
}

function sourceValue(
  source: string | undefined,
  route: RestRoute,
  input: TemplateInput,
): string | undefined {
  if (source === undefined) return undefined;
  const literal = /^'(.*)'$/s.exec(source)?.[1];
  if (literal !== undefined) return literal;
  const [, place, name = ""] =
    /^method\.request\.(path|querystring|header)\.(.+)$/.exec(source) ?? [];
  if (place === "path") return route.pathParameters[name];
  if (place !== undefined) return input.param(name) === "" ? undefined : input.param(name);
  return input.values[source];
}
