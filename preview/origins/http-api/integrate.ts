import { type EdgeResponse, OriginFailure, readBody } from "../../messages";
import { withoutSignature } from "../api/incoming-headers";
import { readProxyResult } from "../api/proxy-result";
import { readResultV2 } from "../api/result-v2";
import type { ApiRuntime } from "../api/runtime";
import { endToEnd } from "../http/hop-by-hop";
import { withStageVariables } from "../rest-api/variables";
import { type HttpCall, httpError, routeArn } from "./call";
import { eventV1, eventV2 } from "./event";
import type { MatchedRoute } from "./match-http-route";
import type { HttpIntegration } from "./model";
import { mappedResponse } from "./response-parameters";
import { upstreamRequest } from "./upstream-request";

/** Hands a request to a route's integration, for as long as its timeout. */
export async function integrateRoute(
  call: HttpCall,
  matched: MatchedRoute,
  runtime: ApiRuntime,
): Promise<EdgeResponse> {
  const { integration, key } = matched.route;
  const log = (text: string) =>
    runtime.emulation.onLog({ address: call.api.address, level: "error", text });
  if (integration === undefined) {
    log(`route "${key}" has no integration`);
    return httpError(call, 500, "Internal Server Error");
  }
  if (integration.subtype !== undefined) {
    log(
      `route "${key}" calls ${integration.subtype}, and no AWS service runs here; run the API elsewhere, and name that with --origin ID=URL for its origin`,
    );
    return httpError(call, 500, "Internal Server Error");
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<EdgeResponse>((resolve) => {
    timer = setTimeout(
      () => resolve(httpError(call, 503, "Service Unavailable")),
      integration.timeoutMs,
    );
  });
  const answer =
    integration.type === "HTTP_PROXY"
      ? httpProxy(call, matched, integration, runtime, log)
      : lambdaProxy(call, matched, integration, runtime, log);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function lambdaProxy(
  call: HttpCall,
  matched: MatchedRoute,
  integration: HttpIntegration,
  runtime: ApiRuntime,
  log: (text: string) => void,
): Promise<EdgeResponse> {
  const uri = withStageVariables(integration.uri, call.stage.variables);
  const fn = runtime.functionFor(uri);
  const arn = routeArn(call);
  const path = matched.route.path.replace(/\{[^}]+\}/g, "*");
  const byRoute = `${arn.split("/").slice(0, 2).join("/")}${path === "" ? "/$default" : path}`;
  const mayCall =
    fn !== undefined && (integration.hasRole || runtime.mayInvoke(fn, [arn, byRoute]));
  if (!mayCall) {
    log(
      fn === undefined
        ? `route "${matched.route.key}" calls ${uri}, which is no function of the stack`
        : `no aws_lambda_permission lets API Gateway call ${fn.address} for ${arn}`,
    );
    return httpError(call, 500, "Internal Server Error");
  }
  const isSigned = matched.route.authorization === "AWS_IAM";
  const sent = isSigned ? { ...call, headers: withoutSignature(call.headers) } : call;
  const isV2 = integration.payloadFormat === "2.0";
  const event = (isV2 ? eventV2 : eventV1)(sent, matched);
  const outcome = await fn.invoke(event);
  if (!outcome.ok) {
    const status = outcome.kind === "unavailable" ? 502 : 500;
    return httpError(call, status, "Internal Server Error");
  }
  const result = isV2 ? readResultV2(outcome.payload) : resultV1(outcome.payload);
  if (result !== undefined) return mappedResponse(call, matched, integration, result);
  log(`${fn.address} returned no response in payload format ${integration.payloadFormat}`);
  return httpError(call, 500, "Internal Server Error");
}

function resultV1(payload: unknown) {
  const result = readProxyResult(payload);
  if (result === undefined) return undefined;
  return { ...result, body: Buffer.from(result.body, result.isBase64Encoded ? "base64" : "utf8") };
}

async function httpProxy(
  call: HttpCall,
  matched: MatchedRoute,
  integration: HttpIntegration,
  runtime: ApiRuntime,
  log: (text: string) => void,
): Promise<EdgeResponse> {
  const target = upstreamRequest(call, matched, integration);
  const fetch = target === undefined ? undefined : runtime.upstreamFor(target.host);
  if (target === undefined || fetch === undefined) {
    const isArn = integration.uri.startsWith("arn:");
    const place = isArn ? integration.uri : (target?.host ?? integration.uri);
    log(
      `route "${matched.route.key}" goes to ${place}; name where that runs with --origin ${place}=URL to let the preview reach it`,
    );
    return httpError(call, 503, "Service Unavailable");
  }
  try {
    const response = await fetch(target.request);
    const body = await readBody(response.body);
    const { status, headers } = response;
    return mappedResponse(call, matched, integration, { status, headers: endToEnd(headers), body });
  } catch (error) {
    if (!(error instanceof OriginFailure)) throw error;
    log(error.message);
    return httpError(call, 503, "Service Unavailable");
  }
}
