// What the mapping expressions of a REST API name. They come without the `$` of templates.
import { headerOf, valuesOf } from "../../messages";
import { valueInBody } from "../http-api/parameter-mapping";
import { parseQuery } from "../query";
import type { IntegratedCall } from "./integrated-call";
import type { IntegrationResult } from "./integration-response";

/**
 * The values that an expression for an integration's request names; none when there is none.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
 */
export function requestSource(
  source: string,
  { call, route, input }: Pick<IntegratedCall, "call" | "route" | "input">,
): readonly string[] {
  const [, place, name = ""] =
    /^method\.request\.(path|(?:multivalue)?(?:querystring|header))\.(.+)$/.exec(source) ?? [];
  const inQuery = () =>
    parseQuery(call.request.query).flatMap(([key, value]) => (key === name ? [value] : []));
  switch (place) {
    case "path":
      return present(route.pathParameters[name]);
    case "querystring":
      return inQuery().slice(-1).filter(Boolean);
    case "multivaluequerystring":
      return inQuery();
    case "header":
      return present(headerOf(call.headers, name)).filter(Boolean);
    case "multivalueheader":
      return valuesOf(call.headers, name.toLowerCase());
    default:
      return present(commonSource("method.request.body", source, input.body, input.values));
  }
}

/**
 * The value that an expression for a method's response names.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
 */
export function responseSource(
  source: string,
  { headers, body }: IntegrationResult,
  { input }: Pick<IntegratedCall, "input">,
): string | undefined {
  const [, kind, name = ""] =
    /^integration\.response\.(multivalueheader|header)\.(.+)$/.exec(source) ?? [];
  if (kind === "header") return headerOf(headers, name);
  if (kind !== undefined) {
    const values = valuesOf(headers, name.toLowerCase());
    return values.length === 0 ? undefined : values.join(",");
  }
  return commonSource("integration.response.body", source, body, input.values);
}

/** A literal, a body or a part of it, a variable of the stage or the context. */
function commonSource(
  bodyName: string,
  source: string,
  body: string,
  values: Readonly<Record<string, string>>,
): string | undefined {
  const literal = /^'(.*)'$/s.exec(source)?.[1];
  if (literal !== undefined) return literal;
  if (source === bodyName) return body;
  return source.startsWith(`${bodyName}.`)
    ? valueInBody(Buffer.from(body), source.slice(bodyName.length + 1))
    : values[source];
}

function present(value: string | undefined): readonly string[] {
  return value === undefined ? [] : [value];
}
