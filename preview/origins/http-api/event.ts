import { type HeaderList, headerOf } from "../../messages";
import { clfTime } from "../api/clf-time";
import { parametersPart } from "../api/event-v1";
import { bodyPart, requestPart } from "../api/event-v2";
import { connectingAddress } from "../connecting-address";
import type { IamIdentity } from "../iam/iam-identity";
import type { AuthorizerContext, HttpCall } from "./call";
import type { MatchedRoute } from "./match-http-route";
import type { HttpRoute } from "./model";

/** An event in payload format 2.0. */
export function eventV2(call: HttpCall, { route, pathParameters }: MatchedRoute) {
  const { request, headers, host, ids, now, stage, authorizer } = call;
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: call.rawPath,
    ...requestPart(request.query, headers),
    requestContext: {
      accountId: call.api.place.accountId,
      apiId: call.api.id,
      ...(authorizer === undefined ? {} : { authorizer }),
      domainName: host,
      domainPrefix: host.split(".")[0] ?? "",
      http: {
        method: request.method,
        path: call.rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: connectingAddress(request),
        userAgent: headerOf(headers, "user-agent") ?? "",
      },
      requestId: ids.extendedId,
      routeKey: route.key,
      stage: stage.name,
      time: clfTime(now),
      timeEpoch: now,
    },
    ...bodyPart(request.body, headerOf(headers, "content-type")),
    ...unlessEmpty("pathParameters", pathParameters),
    ...unlessEmpty("stageVariables", stage.variables),
  };
}

/**
 * An event in payload format 1.0. Names of headers are in lower case, unlike those of a REST API; the
 * path is the whole one, with a mapping's part.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventV1(call: HttpCall, { route, pathParameters }: MatchedRoute) {
  const { request, headers, stage } = call;
  const { body = null, isBase64Encoded } = bodyPart(
    request.body,
    headerOf(headers, "content-type"),
  );
  return {
    version: "1.0",
    resource: resourceOf(route),
    path: request.path,
    httpMethod: request.method,
    ...parametersPart(lowerCased(headers), request.query, pathParameters, stage.variables),
    requestContext: contextV1(call, route),
    body,
    isBase64Encoded,
  };
}

/** The `requestContext` of an event in payload format 1.0, whose values mappings read as `$context`. */
export function contextV1(call: HttpCall, route: HttpRoute) {
  const { request, headers, host, ids, now, stage, authorizer } = call;
  return {
    accountId: call.api.place.accountId,
    apiId: call.api.id,
    authorizer: authorizer?.jwt ?? authorizer?.lambda ?? { claims: null, scopes: null },
    domainName: host,
    domainPrefix: host.split(".")[0] ?? "",
    extendedRequestId: ids.extendedId,
    httpMethod: request.method,
    identity: {
      ...identityV1(authorizer),
      sourceIp: connectingAddress(request),
      userAgent: headerOf(headers, "user-agent") ?? "",
    },
    path: request.path,
    protocol: `HTTP/${request.httpVersion}`,
    requestId: ids.extendedId,
    requestTime: clfTime(now),
    requestTimeEpoch: now,
    resourceId: null,
    resourcePath: resourceOf(route),
    stage: stage.name,
  };
}

function lowerCased(headers: HeaderList): HeaderList {
  return headers.map(([name, value]) => [name.toLowerCase(), value] as const);
}

function resourceOf({ key, path }: HttpRoute): string {
  return path === "" ? key : path;
}

/** Who signed the request, in the words of format 1.0; nulls when nobody did. */
function identityV1(authorizer: AuthorizerContext) {
  const { accessKey, accountId, callerId, userArn, userId } = (authorizer?.iam ??
    {}) as Partial<IamIdentity>;
  return {
    accessKey: accessKey ?? null,
    accountId: accountId ?? null,
    caller: callerId ?? null,
    cognitoAuthenticationProvider: null,
    cognitoAuthenticationType: null,
    cognitoIdentityId: null,
    cognitoIdentityPoolId: null,
    principalOrgId: null,
    user: userId ?? null,
    userArn: userArn ?? null,
  };
}

function unlessEmpty(name: string, values: Readonly<Record<string, string>>) {
  return Object.keys(values).length === 0 ? {} : { [name]: values };
}
