import {
  type EdgeRequest,
  type HeaderList,
  headerOf,
  withHeader,
  withoutHeader,
} from "../../messages";
import { connectingAddress } from "../connecting-address";
import { encodePart } from "../query";
import { type HttpCall, sourceValue } from "./call";
import type { MatchedRoute } from "./match-http-route";
import type { HttpIntegration } from "./model";

/**
 * The request that an HTTP integration gets: `Host` is the endpoint's, `X-Forwarded-*` becomes
 * `Forwarded`, parameter mappings change path, headers and query string.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
 */
export function upstreamRequest(
  call: HttpCall,
  matched: MatchedRoute,
  integration: HttpIntegration,
): { readonly host: string; readonly request: EdgeRequest } | undefined {
  const [, protocol, authority = "", path = "", query = ""] =
    /^(https?):\/\/([^/?#]+)([^?#]*)\??([^#]*)/.exec(integration.uri) ?? [];
  if (protocol === undefined) return undefined;
  const parameters = Object.entries(integration.requestParameters).map(
    ([target, source]) => [target, fill(source, call, matched)] as const,
  );
  const filled = path.replace(/\{([^}+]+)\+?\}/g, (_, name: string) =>
    (matched.pathParameters[name] ?? "").split("/").map(encodePart).join("/"),
  );
  const newPath = parameters.find(([target]) => target === "overwrite:path")?.[1] ?? filled;
  return {
    host: authority.toLowerCase(),
    request: {
      ...call.request,
      protocol: protocol === "http" ? "http" : "https",
      method: integration.method === "ANY" ? call.request.method : integration.method,
      path: newPath === "" ? "/" : newPath,
      query: [query, call.request.query].filter((part) => part !== "").join("&"),
      headers: parameters.reduce(mapHeader, forwarded(call, authority)),
    },
  };
}

function forwarded({ headers, request, host }: HttpCall, authority: string): HeaderList {
  const list = headerOf(headers, "x-forwarded-for") ?? connectingAddress(request);
  const value = `for=${list};host=${host};proto=${request.protocol}`;
  const plain = headers.filter(([name]) => !name.toLowerCase().startsWith("x-forwarded-"));
  return withHeader(withHeader(plain, "Host", authority), "Forwarded", value);
}

function mapHeader(headers: HeaderList, [target, value]: readonly [string, string]): HeaderList {
  const [, action, name = ""] = /^(append|overwrite|remove):header\.(.+)$/.exec(target) ?? [];
  if (action === "remove") return withoutHeader(headers, name);
  if (action === "overwrite") return withHeader(headers, name, value);
  return action === "append" ? [...headers, [name, value]] : headers;
}

function fill(source: string, call: HttpCall, matched: MatchedRoute): string {
  return source.replace(
    /\$\{?((?:request|context|stageVariables)[\w.-]*)\}?/g,
    (_, name: string) => sourceValue(name, call, matched) ?? "",
  );
}
