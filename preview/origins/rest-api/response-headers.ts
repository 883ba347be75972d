import { type HeaderList, withoutHeader } from "../../messages";
import { endToEnd } from "../http/hop-by-hop";

/**
 * Headers of an integration that API Gateway does not let through under their own name.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
const REMAPPED = new Set([
  "authorization",
  "connection",
  "content-md5",
  "date",
  "max-forwards",
  "server",
  "user-agent",
  "www-authenticate",
]);

/**
 * The headers of a response as a REST API sends them: some remapped, the length counted anew, and a
 * `Content-Type` of JSON where there is none.
 */
export function outgoingHeaders(headers: HeaderList, trace: string): HeaderList {
  const remapped = headers.map(([name, value]) =>
    REMAPPED.has(name.toLowerCase())
      ? ([`x-amzn-Remapped-${name}`, value] as const)
      : ([name, value] as const),
  );
  const plain = withoutHeader(endToEnd(remapped), "content-length");
  const hasType = plain.some(([name]) => name.toLowerCase() === "content-type");
  const hasTrace = plain.some(([name]) => name.toLowerCase() === "x-amzn-trace-id");
  return [
    ...(hasType ? [] : ([["Content-Type", "application/json"]] as const)),
    ...plain,
    ...(hasTrace ? [] : ([["X-Amzn-Trace-Id", trace]] as const)),
  ];
}
