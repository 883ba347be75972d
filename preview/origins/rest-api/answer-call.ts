import type { EdgeResponse } from "../../messages";
import { MAX_HEADER_BYTES, restHeaderBytes } from "../api/header-size";
import type { ApiRuntime } from "../api/runtime";
import { withApiKey } from "./api-key";
import { authorize } from "./authorize";
import type { Identity, RestCall } from "./call";
import { gatewayAnswer } from "./gateway-response";
import { httpCustom, httpProxy } from "./http-integration";
import { lambdaProxy } from "./lambda-integration";
import { lambdaCustom, mock } from "./mapped-integration";
import { matchRoute, type RestRoute } from "./match-route";
import { requestProblem } from "./request-validation";
import { refusesMediaType, templateInput } from "./template";

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const MAX_PAYLOAD_BYTES = 10_485_760;

/** Answers one request to a stage: limits, route, who may call, parameters, integration. */
export async function answerCall(call: RestCall, runtime: ApiRuntime): Promise<EdgeResponse> {
  if (restHeaderBytes(call.request.headers) > MAX_HEADER_BYTES) {
    return gatewayAnswer(call, { type: "HEADERS_TOO_LARGE" });
  }
  if (call.request.body.length > MAX_PAYLOAD_BYTES) {
    return gatewayAnswer(call, {
      type: "REQUEST_TOO_LARGE",
      message: `HTTP content length exceeded ${MAX_PAYLOAD_BYTES} bytes.`,
    });
  }
  const route = matchRoute(call.api.root, call.request.method, call.path);
  if (route === undefined) return gatewayAnswer(call, { type: "MISSING_AUTHENTICATION_TOKEN" });
  const authorized = await authorize(call, route, runtime);
  if ("type" in authorized) return gatewayAnswer(call, authorized);
  const identity = withApiKey(call, route, authorized);
  if ("type" in identity) return gatewayAnswer(call, identity);
  const problem = requestProblem(call, route);
  if (problem !== undefined) return gatewayAnswer(call, problem);
  return withTimeout(call, route, integrate(call, route, identity, runtime));
}

async function integrate(
  call: RestCall,
  route: RestRoute,
  identity: Identity,
  runtime: ApiRuntime,
): Promise<EdgeResponse> {
  const onProblem = (text: string) =>
    runtime.emulation.onLog({ address: call.api.address, level: "error", text });
  const { integration } = route.method;
  if (integration === undefined) {
    onProblem(`${call.request.method} ${route.resource.path} has no integration`);
    return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
  }
  if (refusesMediaType(call.request, integration)) {
    return gatewayAnswer(call, { type: "UNSUPPORTED_MEDIA_TYPE" });
  }
  if (integration.type === "AWS_PROXY") {
    return lambdaProxy(call, route, identity, integration, runtime);
  }
  const input = templateInput(call, route, identity);
  const integrated = { call, route, integration, input, runtime, onProblem };
  switch (integration.type) {
    case "HTTP_PROXY":
      return httpProxy(integrated);
    case "HTTP":
      return httpCustom(integrated);
    case "MOCK":
      return mock(integrated);
    case "AWS":
      if (integration.uri.includes(":lambda:path/")) return lambdaCustom(integrated);
  }
  onProblem(
    `the ${integration.type} integration of ${route.resource.path} calls ${integration.uri}, and no AWS service but Lambda runs here; run the API elsewhere, and name that with --origin ID=URL for its origin`,
  );
  return gatewayAnswer(call, { type: "API_CONFIGURATION_ERROR" });
}

async function withTimeout(
  call: RestCall,
  { method }: RestRoute,
  response: Promise<EdgeResponse>,
): Promise<EdgeResponse> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<EdgeResponse>((resolve) => {
    timer = setTimeout(
      () => resolve(gatewayAnswer(call, { type: "INTEGRATION_TIMEOUT" })),
      method.integration?.timeoutMs ?? 0,
    );
  });
  try {
    return await (method.integration === undefined ? response : Promise.race([response, late]));
  } finally {
    clearTimeout(timer);
  }
}
