import { STATUS_CODES } from "node:http";
import type { EdgeRequest, EdgeResponse, HeaderList } from "../../messages";
import type { FunctionInput } from "../edge-function";
import { isDisallowed } from "../header-restrictions";
import { requestCookies, responseCookies } from "./cookies";
import { type Fields, toFields } from "./fields";
import { queryFields } from "./query-string";

/** The request as a function sees it. */
export interface RequestObject {
  readonly method: string;
  readonly uri: string;
  readonly querystring: Fields;
  readonly headers: Fields;
  readonly cookies: Fields;
}

/** The response as a function sees it; never with the body that the viewer would get. */
interface ResponseObject {
  readonly statusCode: number;
  readonly statusDescription: string;
  readonly headers: Fields;
  readonly cookies: Fields;
}

/** The event of a CloudFront function. Its version is 1.0 for both runtimes. */
export interface FunctionEventObject {
  readonly version: "1.0";
  readonly context: {
    readonly distributionDomainName: string;
    readonly distributionId: string;
    readonly eventType: string;
    readonly requestId: string;
  };
  readonly viewer: { readonly ip: string };
  readonly request: RequestObject;
  readonly response?: ResponseObject;
}

/**
 * The event for a run.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function toEvent(input: FunctionInput): FunctionEventObject {
  const { event, request, response, distributionDomainName, distributionId, requestId } = input;
  return {
    version: "1.0",
    context: { distributionDomainName, distributionId, eventType: event, requestId },
    viewer: { ip: request.clientIp },
    request: toRequestObject(request),
    ...(response === undefined ? {} : { response: toResponseObject(response) }),
  };
}

/** The headers that functions see: lower case, without cookies and disallowed ones. */
export function visibleHeaders(headers: HeaderList): HeaderList {
  return headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name !== "cookie" && name !== "set-cookie" && !isDisallowed(name));
}

function toRequestObject({ method, path, query, headers }: EdgeRequest): RequestObject {
  return {
    method,
    uri: path,
    querystring: queryFields(query),
    headers: headerFields(headers),
    cookies: requestCookies(headers),
  };
}

function toResponseObject({ status, statusText, headers }: EdgeResponse): ResponseObject {
  return {
    statusCode: status,
    statusDescription: statusText ?? STATUS_CODES[status] ?? "",
    headers: headerFields(headers),
    cookies: responseCookies(headers),
  };
}

function headerFields(headers: HeaderList): Fields {
  return toFields(visibleHeaders(headers).map(([name, value]) => [name, { value }]));
}
