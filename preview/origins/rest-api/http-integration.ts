import {
  type EdgeRequest,
  type EdgeResponse,
  headerOf,
  OriginFailure,
  readBody,
  withHeader,
} from "../../messages";
import { encodePart, parseQuery } from "../query";
import { answer, type GatewayError, gatewayAnswer } from "./gateway-response";
import { type IntegratedCall, mappedBody } from "./integrated-call";
import { mappedAnswer } from "./integration-response";
import type { RestRoute } from "./match-route";
import { outgoingHeaders } from "./response-headers";
import type { TemplateInput } from "./template";
import { withStageVariables } from "./variables";

/**
 * Passes a request on to an HTTP endpoint (HTTP_PROXY), if it is one that the preview may reach:
 * `Host` is the endpoint's, the query string goes along, redirects are passed back.
 */
export async function httpProxy(integrated: IntegratedCall): Promise<EdgeResponse> {
  const { call } = integrated;
  const { request } = call;
  const response = await askEndpoint(integrated, {
    query: request.query,
    headers: call.headers,
    body: request.body,
  });
  if ("type" in response) return gatewayAnswer(call, response);
  const { status, headers, body } = response;
  return answer(call, status, outgoingHeaders(headers, call.ids.trace), body);
}

/**
 * Asks an HTTP endpoint behind mappings (integration type HTTP): it gets the rendered body and the
 * mapped parameters, and its status selects the response.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 */
export async function httpCustom(integrated: IntegratedCall): Promise<EdgeResponse> {
  const { call, onProblem } = integrated;
  const body = await mappedBody(integrated);
  if (body === undefined) {
    onProblem("its request template is no Velocity template");
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  const type = headerOf(call.headers, "content-type") ?? "application/json";
  const response = await askEndpoint(integrated, {
    query: "",
    headers: [["Content-Type", type]],
    body: Buffer.from(body),
  });
  if ("type" in response) return gatewayAnswer(call, response);
  const { status, headers } = response;
  const text = Buffer.from(response.body).toString();
  return mappedAnswer(integrated, { selection: String(status), headers, body: text });
}

/** What the endpoint gets of the caller's request before parameters are mapped. */
type Passed = Pick<EdgeRequest, "query" | "headers" | "body">;

/** A response that has come as a whole: API Gateway passes nothing on before. */
interface WholeResponse extends EdgeResponse {
  readonly body: Uint8Array;
}

async function askEndpoint(
  integrated: IntegratedCall,
  passed: Passed,
): Promise<WholeResponse | GatewayError> {
  const { route, integration, runtime, onProblem } = integrated;
  const target = targetOf(integrated, passed);
  const fetch = target === undefined ? undefined : runtime.upstreamFor(target.host);
  if (target === undefined || fetch === undefined) {
    onProblem(
      `the HTTP integration of ${route.resource.path} goes to ${target?.host ?? integration.uri}; say where that host runs to let the preview reach it`,
    );
    return { type: "INTEGRATION_FAILURE" };
  }
  try {
    const response = await fetch(target.request);
    return { ...response, body: await readBody(response.body) };
  } catch (error) {
    if (!(error instanceof OriginFailure)) throw error;
    onProblem(error.message);
    const late = error.reason.endsWith("timeout");
    return { type: late ? "INTEGRATION_TIMEOUT" : "INTEGRATION_FAILURE" };
  }
}

function targetOf(
  { call, route, integration, input }: IntegratedCall,
  passed: Passed,
): { readonly host: string; readonly request: EdgeRequest } | undefined {
  const uri = withStageVariables(integration.uri, call.stage.variables);
  const [, protocol, authority = "", path = "", query = ""] =
    /^(https?):\/\/([^/?#]+)([^?#]*)\??([^#]*)/.exec(uri) ?? [];
  if (protocol === undefined) return undefined;
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
  const own = parseQuery(passed.query).length === 0 ? [] : [passed.query];
  const mapped = Object.entries(sources).flatMap(([name, source]) => {
    const header = /^integration\.request\.header\.(.+)$/.exec(name)?.[1];
    const value = sourceValue(source, route, input);
    return header === undefined || value === undefined ? [] : [[header, value] as const];
  });
  const headers = mapped.reduce(
    (list, [name, value]) => withHeader(list, name, value),
    withHeader(passed.headers, "Host", authority),
  );
  const method = integration.httpMethod === "ANY" ? call.request.method : integration.httpMethod;
  return {
    host: authority.toLowerCase(),
    request: {
      ...call.request,
      body: passed.body,
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
