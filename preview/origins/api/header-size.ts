import type { EdgeRequest, HeaderList } from "../../messages";

/** What API Gateway takes of headers; it says differently for both kinds of API what counts. */
export const MAX_HEADER_BYTES = 10_240;

/**
 * The headers as a REST API counts them: names, values, white space and line ends, without the
 * request line.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export function restHeaderBytes(headers: HeaderList): number {
  const around = ": \r\n".length;
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length + around, 0);
}

/**
 * The request line and the values of the headers, which an HTTP API counts.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
 */
export function httpHeaderBytes({
  method,
  path,
  query,
  httpVersion,
  headers,
}: EdgeRequest): number {
  const target = query === "" ? path : `${path}?${query}`;
  const line = `${method} ${target} HTTP/${httpVersion}`;
  return headers.reduce((sum, [, value]) => sum + value.length, line.length);
}
