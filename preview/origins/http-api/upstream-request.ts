import { type EdgeRequest, type HeaderList, headerOf, withHeader } from "../../messages";
import { connectingAddress } from "../connecting-address";
import { encodePart } from "../query";
import type { HttpCall } from "./call";
import type { MatchedRoute } from "./match-http-route";
import type { HttpIntegration } from "./model";
import { changedHeaders, changedQuery, changesOf, overwritten } from "./parameter-mapping";
import { sourceValue } from "./source-value";

/**
 * The request that an HTTP integration gets: `Host` is the endpoint's, `X-Forwarded-*` becomes
 * `Forwarded`, parameter mappings change path, headers and query string. A private integration, to
 * the ARN of a listener or a service, gets the whole path, with the stage.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function upstreamRequest(
  call: HttpCall,
  matched: MatchedRoute,
  integration: HttpIntegration,
): { readonly host: string; readonly request: EdgeRequest } | undefined {
  const isPrivate = integration.uri.startsWith("arn:");
  const [, protocol, authority = "", path = "", query = ""] = isPrivate
    ? ["", "http", call.host, call.rawPath]
    : (/^(https?):\/\/([^/?#]+)([^?#]*)\??([^#]*)/.exec(integration.uri) ?? []);
  if (protocol === undefined) return undefined;
  const changes = changesOf(integration.requestParameters, (name) =>
    sourceValue(name, call, matched),
  );
  const filled = isPrivate
    ? path
    : path.replace(/\{([^}+]+)\+?\}/g, (_, name: string) =>
        (matched.pathParameters[name] ?? "").split("/").map(encodePart).join("/"),
      );
  const newPath = overwritten("path", changes) ?? filled;
  const whole = [query, call.request.query].filter((part) => part !== "").join("&");
  return {
    host: (isPrivate ? integration.uri : authority).toLowerCase(),
    request: {
      ...call.request,
      protocol: protocol === "http" ? "http" : "https",
      method: integration.method === "ANY" ? call.request.method : integration.method,
      path: newPath === "" ? "/" : newPath,
      query: changedQuery(whole, changes),
      headers: changedHeaders(forwarded(call, authority), changes),
    },
  };
}

function forwarded({ headers, request, host }: HttpCall, authority: string): HeaderList {
  const list = headerOf(headers, "x-forwarded-for") ?? connectingAddress(request);
  const value = `for=${list};host=${host};proto=${request.protocol}`;
  const plain = headers.filter(([name]) => !name.toLowerCase().startsWith("x-forwarded-"));
  return withHeader(withHeader(plain, "Host", authority), "Forwarded", value);
}
