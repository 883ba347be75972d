// The routes of an HTTP API.
import type { Json, Resource, SynthesizedStack } from "../../synthesized/stack";
import { openApiRoutes } from "./open-api";
import { resourceOf } from "./reference";
import { ownedBy, type Route, toPattern } from "./route";
import { textOf, textsOf, UNKNOWN, type Unknown } from "./value";

/** Every route of an HTTP API; UNKNOWN when its definition is not in the JSON. */
export function httpApiRoutes(stack: SynthesizedStack, api: Resource): readonly Route[] | Unknown {
  if (typeof api.config.body === "string") return openApiRoutes(api.config.body);
  const routes = ownedBy(stack, api, "aws_apigatewayv2_route", "api_id").map(({ config }) => {
    const key = textOf(stack, config.route_key);
    if (typeof key !== "string") return UNKNOWN;
    const [method = "ANY", path = "/{proxy+}"] = key === "$default" ? ["ANY"] : key.split(" ");
    return {
      pattern: toPattern(path),
      method,
      authorization: textOf(stack, config.authorization_type) ?? "NONE",
      tokenSources: tokenSources(stack, config.authorizer_id),
      label: key,
    };
  });
  const quick = typeof api.config.target === "string" ? [CATCH_ALL] : [];
  const found = [...routes, ...quick];
  return found.length === 0 || found.includes(UNKNOWN) ? UNKNOWN : (found as Route[]);
}

const CATCH_ALL: Route = {
  pattern: "/*",
  method: "ANY",
  authorization: "NONE",
  tokenSources: [],
  label: "$default",
};

function tokenSources(stack: SynthesizedStack, authorizer: Json | undefined): string[] {
  const config = resourceOf(stack, authorizer, ["aws_apigatewayv2_authorizer"])?.config;
  const sources = textsOf(stack, config?.identity_sources);
  if (sources === UNKNOWN) return [];
  if (sources.length === 0) return ["authorization"];
  return sources.map((source) => source.toLowerCase().replace("$request.header.", ""));
}
