// The routes of a REST API, from its resources and methods or from its OpenAPI body.
import type { Json, Resource, SynthesizedStack } from "../../synthesized/stack";
import { openApiRoutes } from "./open-api";
import { refersTo, resourceOf } from "./reference";
import { ownedBy, type Route, toPattern } from "./route";
import { textOf, UNKNOWN, type Unknown } from "./value";

/** Every route of a REST API; UNKNOWN when its definition is not in the JSON. */
export function restApiRoutes(stack: SynthesizedStack, api: Resource): readonly Route[] | Unknown {
  if (typeof api.config.body === "string") return openApiRoutes(api.config.body);
  const methods = ownedBy(stack, api, "aws_api_gateway_method", "rest_api_id");
  if (methods.length === 0) return UNKNOWN;
  const routes = methods.map(({ config }) => {
    const path = pathOf(stack, config.resource_id);
    const method = textOf(stack, config.http_method);
    if (path === UNKNOWN || typeof method !== "string") return UNKNOWN;
    return {
      pattern: toPattern(path),
      method,
      authorization: textOf(stack, config.authorization) ?? "NONE",
      tokenSources: tokenSources(stack, config.authorizer_id),
      label: `${method} ${path}`,
    };
  });
  return routes.includes(UNKNOWN) ? UNKNOWN : (routes as Route[]);
}

function pathOf(stack: SynthesizedStack, id: Json | undefined, depth = 30): string | Unknown {
  if (depth === 0) return UNKNOWN;
  const isRoot = refersTo(id, "aws_api_gateway_rest_api");
  if (isRoot) return "/";
  const resource = resourceOf(stack, id, ["aws_api_gateway_resource"]);
  if (resource === undefined) return isRootId(stack, id) ? "/" : UNKNOWN;
  const parent = pathOf(stack, resource.config.parent_id, depth - 1);
  const part = textOf(stack, resource.config.path_part);
  if (parent === UNKNOWN || typeof part !== "string") return UNKNOWN;
  return parent === "/" ? `/${part}` : `${parent}/${part}`;
}

// In a plan the root may be an id instead of a reference.
function isRootId(stack: SynthesizedStack, id: Json | undefined): boolean {
  return Object.values(stack.resource?.aws_api_gateway_rest_api ?? {}).some(
    ({ root_resource_id }) => root_resource_id !== undefined && root_resource_id === id,
  );
}

function tokenSources(stack: SynthesizedStack, authorizer: Json | undefined): string[] {
  const config = resourceOf(stack, authorizer, ["aws_api_gateway_authorizer"])?.config;
  const source = textOf(stack, config?.identity_source);
  if (source === UNKNOWN) return [];
  return (source ?? "method.request.header.Authorization")
    .split(",")
    .map((part) => part.trim().toLowerCase().replace("method.request.header.", ""));
}
