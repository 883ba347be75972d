import { type EdgeResponse, type HeaderList, headerOf } from "../../messages";
import { flatValues } from "../api/flat-values";
import { lastValues } from "../api/incoming-headers";
import { parseQuery } from "../query";
import type { RestCall } from "./call";
import { matchRoute } from "./match-route";
import { requestContext } from "./proxy-event";
import { fillVariables } from "./variables";

/** An error that API Gateway answers by itself. */
export interface GatewayError {
  readonly type: keyof typeof DEFAULTS;
  /** @default - AWS's message for the type */
  readonly message?: string;
  /** The `x-amzn-ErrorType`. @default - AWS's for the type */
  readonly errorType?: string;
}

/**
 * Status, error type and message of each response type; null where AWS sends `{"message":null}`.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
const DEFAULTS = {
  ACCESS_DENIED: [403, "AccessDeniedException", "User is not authorized to access this resource"],
  API_CONFIGURATION_ERROR: [500, "InternalServerErrorException", "Internal server error"],
  AUTHORIZER_CONFIGURATION_ERROR: [500, "AuthorizerConfigurationException", null],
  AUTHORIZER_FAILURE: [500, "AuthorizerConfigurationException", null],
  BAD_REQUEST_BODY: [400, "BadRequestException", "Invalid request body"],
  BAD_REQUEST_PARAMETERS: [400, "BadRequestException", "Missing required request parameters"],
  EXPIRED_TOKEN: [
    403,
    "ExpiredTokenException",
    "The security token included in the request is expired",
  ],
  INTEGRATION_FAILURE: [
    504,
    "InternalServerErrorException",
    "Network error communicating with endpoint",
  ],
  INTEGRATION_TIMEOUT: [504, "InternalServerErrorException", "Endpoint request timed out"],
  INVALID_API_KEY: [403, "ForbiddenException", "Forbidden"],
  INVALID_SIGNATURE: [403, "InvalidSignatureException", "Forbidden"],
  MALFORMED_RESULT: [502, "InternalServerErrorException", "Internal server error"],
  MISSING_AUTHENTICATION_TOKEN: [
    403,
    "MissingAuthenticationTokenException",
    "Missing Authentication Token",
  ],
  REQUEST_TOO_LARGE: [413, "RequestTooLargeException", "Request Too Long"],
  HEADERS_TOO_LARGE: [431, "RequestTooLargeException", "Request header fields too large"],
  UNAUTHORIZED: [401, "UnauthorizedException", "Unauthorized"],
  UNSUPPORTED_MEDIA_TYPE: [415, "BadRequestException", "Unsupported Media Type"],
} as const satisfies Readonly<Record<string, readonly [number, string, string | null]>>;

/** An error response, as the API customises it or as AWS has it. */
export function gatewayAnswer(call: RestCall, error: GatewayError): EdgeResponse {
  const [defaultStatus, defaultType, defaultMessage] = DEFAULTS[error.type];
  const message = error.message ?? defaultMessage;
  const familyType = defaultStatus < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
  // The one that API Gateway lets nobody customise.
  const isFixed = error.type === "REQUEST_TOO_LARGE";
  const own = isFixed ? undefined : call.api.gatewayResponses.get(error.type);
  const family = isFixed ? undefined : call.api.gatewayResponses.get(familyType);
  const template = { ...family?.templates, ...own?.templates }["application/json"];
  const values = errorValues(call, error.type, message);
  const body =
    template === undefined
      ? // The one type whose message AWS spells with a capital letter.
        JSON.stringify(error.type === "ACCESS_DENIED" ? { Message: message } : { message })
      : fillVariables(template, values);
  const parameters = { ...family?.parameters, ...own?.parameters };
  return answer(
    call,
    own?.statusCode ?? family?.statusCode ?? defaultStatus,
    [
      ["Content-Type", "application/json"],
      ["x-amzn-ErrorType", error.errorType ?? defaultType],
      ...responseParameters(call, parameters, values),
    ],
    Buffer.from(body),
  );
}

/** A response with the ids, the date and the length that every answer of API Gateway has. */
export function answer(
  call: Pick<RestCall, "ids" | "now">,
  status: number,
  headers: HeaderList,
  body: Uint8Array,
): EdgeResponse {
  return {
    status,
    headers: [
      ...headers,
      ["Content-Length", String(body.length)],
      ["Date", new Date(call.now).toUTCString()],
      ["x-amzn-RequestId", call.ids.requestId],
      ["x-amz-apigw-id", call.ids.extendedId],
    ],
    body,
  };
}

function responseParameters(
  call: RestCall,
  parameters: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): HeaderList {
  return Object.entries(parameters).flatMap(([target, source]): HeaderList => {
    const name = /^gatewayresponse\.header\.(.+)$/.exec(target)?.[1];
    const literal = /^'(.*)'$/s.exec(source)?.[1];
    const header = /^method\.request\.header\.(.+)$/.exec(source)?.[1];
    const value =
      literal ?? (header === undefined ? values[source] : headerOf(call.headers, header));
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
}

function errorValues(call: RestCall, type: string, message: string | null): Record<string, string> {
  const route = matchRoute(call.api.root, call.request.method, call.path);
  return {
    ...flatValues("context", requestContext(call, route, {})),
    ...flatValues("method.request.path", route?.pathParameters),
    "context.error.message": message ?? "",
    "context.error.messageString": JSON.stringify(message),
    "context.error.responseType": type,
    ...flatValues("method.request.header", lastValues(call.headers)),
    ...flatValues("method.request.querystring", Object.fromEntries(parseQuery(call.request.query))),
    ...flatValues("stageVariables", call.stage.variables),
  };
}
