import { type EdgeResponse, headerOf } from "../../messages";
import { firstAccepted, isBinary } from "../api/binary-media-types";
import { withoutSignature } from "../api/incoming-headers";
import { readProxyResult } from "../api/proxy-result";
import type { ApiRuntime } from "../api/runtime";
import type { LambdaFunction } from "../lambda/invocation";
import { streamedPayload } from "../lambda/streamed-payload";
import { type Identity, methodArn, type RestCall } from "./call";
import { answer, type GatewayError, gatewayAnswer } from "./gateway-response";
import type { RestRoute } from "./match-route";
import type { Integration } from "./model";
import { proxyEvent } from "./proxy-event";
import { outgoingHeaders } from "./response-headers";
import { withStageVariables } from "./variables";

/** Hands a request to a Lambda function and turns what it returns into the response. */
export async function lambdaProxy(
  call: RestCall,
  route: RestRoute,
  identity: Identity,
  integration: Integration,
  runtime: ApiRuntime,
): Promise<EdgeResponse> {
  const fn = invokable(call, route, integration, runtime);
  if ("type" in fn) return gatewayAnswer(call, fn);
  const headers = identity.user === undefined ? call.headers : withoutSignature(call.headers);
  const outcome = await fn.invoke(proxyEvent(call, route, identity, headers));
  if (!outcome.ok) return gatewayAnswer(call, { type: "MALFORMED_RESULT" });
  const streamed = integration.isStreaming ? outcome.stream : undefined;
  const result = readProxyResult(
    streamed === undefined ? outcome.payload : streamedPayload(streamed),
  );
  if (result === undefined) {
    runtime.emulation.onLog({
      address: fn.address,
      level: "error",
      text: outcome.stream === undefined ? MALFORMED : UNSTREAMED,
    });
    return gatewayAnswer(call, { type: "MALFORMED_RESULT" });
  }
  const accepted = firstAccepted(headerOf(call.headers, "accept"));
  const isDecoded =
    result.isBase64Encoded &&
    (streamed !== undefined || isBinary(accepted, call.api.binaryMediaTypes));
  const body = Buffer.from(result.body, isDecoded ? "base64" : "utf8");
  return answer(call, result.status, outgoingHeaders(result.headers, call.ids.trace), body);
}

const MALFORMED =
  "malformed Lambda proxy response: it must be { statusCode, headers, multiValueHeaders, body (a string), isBase64Encoded }";
const UNSTREAMED =
  "malformed Lambda proxy response: the function streams it, which takes response_transfer_mode STREAM of the integration";

/** The function of an integration, if it exists and lets this method call it. */
export function invokable(
  call: RestCall,
  { resource }: RestRoute,
  integration: Integration,
  runtime: ApiRuntime,
): LambdaFunction | GatewayError {
  const uri = withStageVariables(integration.uri, call.stage.variables);
  const fn = runtime.functionFor(uri);
  const arn = methodArn(call);
  const pattern = resource.path.replace(/\{[^}]+\}/g, "*").slice(1);
  const template = arn.slice(0, arn.length - call.path.replace(/^\//, "").length) + pattern;
  const log = (text: string) =>
    runtime.emulation.onLog({ address: call.api.address, level: "error", text });
  if (fn === undefined) {
    log(`the integration of ${resource.path} calls ${uri}, which is no function of the stack`);
    return { type: "API_CONFIGURATION_ERROR" };
  }
  if (integration.hasRole || runtime.mayInvoke(fn, [arn, template])) return fn;
  log(
    `no aws_lambda_permission grants lambda:InvokeFunction of ${fn.address} to API Gateway for ${arn}`,
  );
  return { type: "API_CONFIGURATION_ERROR" };
}
