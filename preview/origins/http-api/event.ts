import { headerOf } from "../../messages";
import { clfTime } from "../api/clf-time";
import { bodyPart, requestPart } from "../api/event-v2";
import { allValues, lastValues } from "../api/incoming-headers";
import { connectingAddress } from "../connecting-address";
import type { IamIdentity } from "../iam/iam-identity";
import { parseQuery } from "../query";
import type { AuthorizerContext, HttpCall } from "./call";
import type { MatchedRoute } from "./match-http-route";

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
 * An event in payload format 1.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventV1(call: HttpCall, { route, pathParameters }: MatchedRoute) {
  const { request, headers, host, ids, now, stage, authorizer } = call;
  const query = parseQuery(request.query);
  const { body = null, isBase64Encoded } = bodyPart(
    request.body,
    headerOf(headers, "content-type"),
  );
  const names = new Set(query.map(([name]) => name));
  const resource = route.path === "" ? route.key : route.path;
  return {
    version: "1.0",
    resource,
    path: call.rawPath,
    httpMethod: request.method,
    headers: lastValues(headers),
    multiValueHeaders: allValues(headers),
    queryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
    multiValueQueryStringParameters:
      query.length === 0
        ? null
        : Object.fromEntries(
            [...names].map((name) => [
              name,
              query.filter(([key]) => key === name).map(([, value]) => value),
            ]),
          ),
    requestContext: {
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
      path: call.rawPath,
      protocol: `HTTP/${request.httpVersion}`,
      requestId: ids.extendedId,
      requestTime: clfTime(now),
      requestTimeEpoch: now,
      resourceId: null,
      resourcePath: resource,
      stage: stage.name,
    },
    pathParameters: Object.keys(pathParameters).length === 0 ? null : pathParameters,
    stageVariables: Object.keys(stage.variables).length === 0 ? null : stage.variables,
    body,
    isBase64Encoded,
  };
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
