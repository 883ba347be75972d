import { headerOf } from "../../messages";
import {
  type AuthorizerResult,
  authorizerArn,
  authorizerDecision,
  isFlat,
  readAuthorizerResult,
} from "../api/authorizer-policy";
import { javaPattern } from "../api/java-pattern";
import type { ApiRuntime } from "../api/runtime";
import { connectingAddress } from "../connecting-address";
import { parseQuery } from "../query";
import { type Identity, methodArn, type RestCall } from "./call";
import type { GatewayError } from "./gateway-response";
import type { RestRoute } from "./match-route";
import type { Authorizer } from "./model";
import { authorizerEvent } from "./proxy-event";

/**
 * Asks a TOKEN or REQUEST authorizer. Its policy is kept for all methods that it names: a policy
 * for one method alone denies the others while it is cached.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 */
export async function askAuthorizer(
  authorizer: Authorizer,
  call: RestCall,
  route: RestRoute,
  runtime: ApiRuntime,
): Promise<Identity | GatewayError> {
  const values = authorizer.identitySources
    .filter((source) => source !== "")
    .map((source) => identityValue(source, call));
  const isCached = authorizer.resultTtlSeconds > 0;
  const mustBeThere = authorizer.type === "TOKEN" || isCached;
  if (mustBeThere && values.some((value) => value === undefined || value === "")) {
    return { type: "UNAUTHORIZED" };
  }
  const { validationExpression } = authorizer;
  if (authorizer.type === "TOKEN" && validationExpression !== undefined) {
    const isValid = javaPattern(validationExpression)?.test(values[0] ?? "") === true;
    if (!isValid) return { type: "UNAUTHORIZED" };
  }
  const { emulation } = runtime;
  const arn = methodArn(call);
  const key = JSON.stringify([call.api.id, call.stage.name, authorizer.id, values]);
  const started = emulation.now();
  const cached = isCached ? runtime.authorizerCache.get(key, started) : undefined;
  const result =
    (cached as AuthorizerResult | undefined) ??
    (await invoke(
      authorizer,
      eventFor(authorizer, values[0] ?? "", arn, call, route),
      authorizerArn(call.api, authorizer.id),
      runtime,
    ));
  if ("type" in result) return result;
  if (isCached && cached === undefined) {
    runtime.authorizerCache.set(key, result, started + authorizer.resultTtlSeconds * 1000);
  }
  const decision = authorizerDecision(result, arn);
  if (decision !== "allow") {
    const end = decision === "explicit-deny" ? " with an explicit deny" : "";
    return {
      type: "ACCESS_DENIED",
      message: `User is not authorized to access this resource${end}`,
    };
  }
  const context = Object.entries(result.context).map(([name, value]) => [name, String(value)]);
  const { usageIdentifierKey } = result;
  return {
    ...(usageIdentifierKey === undefined ? {} : { usageIdentifierKey }),
    authorizer: {
      ...Object.fromEntries(context),
      principalId: result.principalId,
      integrationLatency: cached === undefined ? Math.max(0, emulation.now() - started) : 0,
    },
  };
}

async function invoke(
  authorizer: Authorizer,
  event: object,
  arn: string,
  runtime: ApiRuntime,
): Promise<AuthorizerResult | GatewayError> {
  const log = (text: string) =>
    runtime.emulation.onLog({ address: authorizer.address, level: "error", text });
  const fn = runtime.functionFor(authorizer.uri);
  if (fn === undefined) {
    log(`its function ${authorizer.uri} is not in the stack`);
    return { type: "AUTHORIZER_CONFIGURATION_ERROR" };
  }
  if (!authorizer.hasRole && !runtime.mayInvoke(fn, [arn])) {
    log(`no aws_lambda_permission grants lambda:InvokeFunction of ${fn.address} for ${arn}`);
    return { type: "AUTHORIZER_CONFIGURATION_ERROR" };
  }
  const outcome = await fn.invoke(event);
  if (!outcome.ok) {
    // The one error text that means 401 instead of 500.
    if (outcome.errorMessage === "Unauthorized") return { type: "UNAUTHORIZED" };
    return { type: "AUTHORIZER_FAILURE" };
  }
  const result = readAuthorizerResult(outcome.payload);
  if (result !== undefined && isFlat(result)) return result;
  log(
    "its result must have a principalId, a policyDocument and, if any, a context of texts, numbers and booleans: API Gateway answers 500 to others",
  );
  return { type: "AUTHORIZER_CONFIGURATION_ERROR" };
}

function eventFor(
  { type }: Authorizer,
  token: string,
  arn: string,
  call: RestCall,
  route: RestRoute,
): object {
  if (type === "TOKEN") return { type, methodArn: arn, authorizationToken: token };
  return authorizerEvent(call, route);
}

/** The value that an identity source such as `method.request.header.Authorization` names. */
export function identityValue(source: string, call: RestCall): string | undefined {
  const [, place, name = ""] =
    /^(method\.request\.header|method\.request\.querystring|stageVariables|context)\.(.+)$/.exec(
      source,
    ) ?? [];
  if (place === "method.request.header") return headerOf(call.headers, name);
  if (place === "method.request.querystring") {
    return new Map(parseQuery(call.request.query)).get(name);
  }
  if (place === "stageVariables") return call.stage.variables[name];
  const context: Readonly<Record<string, string>> = {
    "identity.sourceIp": connectingAddress(call.request),
    httpMethod: call.request.method,
    path: call.fullPath,
    resourcePath: call.path,
    stage: call.stage.name,
    apiId: call.api.id,
    domainName: call.host,
  };
  return context[name];
}
