import {
  type EdgeRequest,
  type EdgeResponse,
  type HeaderList,
  headerOf,
  OriginFailure,
  readBody,
  withHeader,
  withoutHeader,
} from "../../messages";
import { encodePart, parseQuery } from "../query";
import { receivedBody, sentBody } from "./content-conversion";
import { answer, type GatewayError, gatewayAnswer } from "./gateway-response";
import { type IntegratedCall, mapped } from "./integrated-call";
import { mappedAnswer } from "./integration-response";
import { requestSource } from "./mapping-source";
import { type RequestPlace, requestOverrides } from "./overrides";
import { outgoingHeaders } from "./response-headers";
import { withStageVariables } from "./variables";

/**
 * Passes a request on to an HTTP endpoint (HTTP_PROXY), if it is one that the preview may reach:
 * `Host` is the endpoint's, the query string goes along, redirects are passed back.
 */
export async function httpProxy(integrated: IntegratedCall): Promise<EdgeResponse> {
  const { call, route, onProblem } = integrated;
  const { binaryMediaTypes } = call.api;
  const response = await askEndpoint(integrated, {
    query: call.request.query,
    headers: call.headers,
    body: sentBody(call.request.body, call.headers, binaryMediaTypes),
  });
  if ("type" in response) return gatewayAnswer(call, response);
  const { status, headers, body: given } = response;
  const accept = headerOf(call.headers, "accept");
  const body = receivedBody(given, headers, accept, binaryMediaTypes);
  if (!Buffer.from(body).equals(given)) {
    const type = headerOf(headers, "content-type") ?? "without a type";
    onProblem(
      `the response of ${route.resource.path} (${type}) is not text, and binary_media_types does not name both it and what the client accepts first: API Gateway damages it`,
    );
  }
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
  const made = await mapped(integrated);
  if (made === undefined) {
    onProblem("its request template is no Velocity template");
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  const type = headerOf(call.headers, "content-type") ?? "application/json";
  const response = await askEndpoint(made.integrated, {
    query: "",
    headers: [["Content-Type", type]],
    body: Buffer.from(made.body),
  });
  if ("type" in response) return gatewayAnswer(call, response);
  const { status, headers } = response;
  const text = Buffer.from(response.body).toString();
  return mappedAnswer(made.integrated, { selection: String(status), headers, body: text });
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
    const place = target?.host ?? integration.uri;
    onProblem(
      `the HTTP integration of ${route.resource.path} goes to ${place}; name where that runs with --origin ${place}=URL to let the preview reach it`,
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
  integrated: IntegratedCall,
  passed: Passed,
): { readonly host: string; readonly request: EdgeRequest } | undefined {
  const { call, route, integration } = integrated;
  const uri = withStageVariables(integration.uri, call.stage.variables);
  const [, protocol, authority = "", path = "", query = ""] =
    /^(https?):\/\/([^/?#]+)([^?#]*)\??([^#]*)/.exec(uri) ?? [];
  if (protocol === undefined) return undefined;
  const inPath = parametersIn("path", integrated);
  const filled = path.replace(/\{([^}+]+)\+?\}/g, (_, name: string) => {
    const value = inPath.get(name)?.[0] ?? route.pathParameters[name] ?? "";
    return value.split("/").map(encodePart).join("/");
  });
  const added = [...parametersIn("querystring", integrated)].flatMap(([name, values]) =>
    values.map((value) => `${encodePart(name)}=${encodePart(value)}`),
  );
  const own = parseQuery(passed.query).length === 0 ? [] : [passed.query];
  const method = integration.httpMethod === "ANY" ? call.request.method : integration.httpMethod;
  return {
    host: authority.toLowerCase(),
    request: {
      ...call.request,
      body: passed.body,
      method: method === "" ? call.request.method : method,
      protocol: protocol === "http" ? "http" : "https",
      path: filled === "" ? "/" : filled,
      query: [query, ...own, ...added].filter((part) => part !== "").join("&"),
      headers: [...parametersIn("header", integrated)].reduce<HeaderList>(
        (list, [name, values]) => [
          ...withoutHeader(list, name),
          ...values.map((value) => [name, value] as const),
        ],
        withHeader(passed.headers, "Host", authority),
      ),
    },
  };
}

/** The parameters of one place by name: what the mappings give, then what the template set. */
function parametersIn(
  place: RequestPlace,
  integrated: IntegratedCall,
): Map<string, readonly string[]> {
  const prefix = `integration.request.${place}.`;
  const given = Object.entries(integrated.integration.requestParameters).flatMap(
    ([target, source]) => {
      const values = requestSource(source, integrated);
      const isHere = target.startsWith(prefix) && values.length > 0;
      return isHere ? [[target.slice(prefix.length), values] as const] : [];
    },
  );
  const set = requestOverrides(integrated.input.variables.context, place);
  return new Map([...given, ...set.map(([name, value]) => [name, [value]] as const)]);
}
