import { type HeaderList, headerOf } from "../../messages";
import { isBinary } from "../api/binary-media-types";
import { clfTime } from "../api/clf-time";
import { parametersPart } from "../api/event-v1";
import { connectingAddress } from "../connecting-address";
import { type Identity, methodArn, type RestCall } from "./call";
import type { RestRoute } from "./match-route";

/**
 * The event of a Lambda proxy integration, payload format 1.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function proxyEvent(
  call: RestCall,
  route: RestRoute,
  identity: Identity,
  headers: HeaderList,
) {
  const { body } = call.request;
  const isBase64Encoded = isBinary(headerOf(headers, "content-type"), call.api.binaryMediaTypes);
  return {
    ...requestPart(call, route, headers),
    requestContext: requestContext(call, route, identity),
    body:
      body.length === 0 ? null : Buffer.from(body).toString(isBase64Encoded ? "base64" : "utf8"),
    isBase64Encoded: body.length > 0 && isBase64Encoded,
  };
}

/** The event of a REQUEST authorizer. */
export function authorizerEvent(call: RestCall, route: RestRoute) {
  return {
    type: "REQUEST",
    methodArn: methodArn(call),
    ...requestPart(call, route, call.headers),
    requestContext: requestContext(call, route, {}),
  };
}

function requestPart(call: RestCall, { resource, pathParameters }: RestRoute, headers: HeaderList) {
  const { request, stage } = call;
  return {
    resource: resource.path,
    path: call.eventPath,
    httpMethod: request.method,
    ...parametersPart(headers, request.query, pathParameters, stage.variables),
  };
}

/**
 * The event's `requestContext`, whose values are the `$context` of mappings too.
 *
 * @param route undefined when no resource answers
 */
export function requestContext(
  call: RestCall,
  route: RestRoute | undefined,
  { authorizer, user, apiKey }: Identity,
) {
  const { request, host, api, stage, ids, now } = call;
  return {
    ...(route === undefined ? {} : { resourceId: route.resource.id }),
    ...(authorizer === undefined ? {} : { authorizer }),
    ...(route === undefined ? {} : { resourcePath: route.resource.path }),
    httpMethod: request.method,
    extendedRequestId: ids.extendedId,
    requestTime: clfTime(now),
    path: call.fullPath,
    accountId: api.place.accountId,
    protocol: `HTTP/${request.httpVersion}`,
    stage: stage.name,
    domainPrefix: host.split(".")[0] ?? "",
    requestTimeEpoch: now,
    requestId: ids.requestId,
    identity: {
      cognitoIdentityPoolId: null,
      accountId: user === undefined ? null : (user.arn.split(":")[4] ?? null),
      cognitoIdentityId: null,
      caller: user?.accessKey ?? null,
      sourceIp: connectingAddress(request),
      principalOrgId: null,
      accessKey: user?.accessKey ?? null,
      cognitoAuthenticationType: null,
      cognitoAuthenticationProvider: null,
      userArn: user?.arn ?? null,
      userAgent: headerOf(request.headers, "user-agent") ?? null,
      user: user?.accessKey ?? null,
      ...(apiKey === undefined ? {} : { apiKey: apiKey.value, apiKeyId: apiKey.id }),
    },
    domainName: host,
    deploymentId: stage.deploymentId,
    apiId: api.id,
  };
}
