// The API behind an origin: its stages and the paths it answers.
import { type Resource, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { Origin } from "./distribution";
import { httpApiRoutes } from "./http-api";
import { originKind } from "./origin-kind";
import { resourceOf } from "./reference";
import { restApiRoutes } from "./rest-api";
import { ownedBy, type Route } from "./route";
import { textOf, UNKNOWN, type Unknown } from "./value";

/** An API of the configuration. */
export interface Api {
  readonly resource: Resource;
  readonly isHttp: boolean;
  /** Every route, or UNKNOWN when the definition cannot be read from the JSON alone. */
  readonly routes: readonly Route[] | Unknown;
  /** The stages by name, `$default` included. */
  readonly stages: readonly string[] | Unknown;
}

const API_TYPES = ["aws_api_gateway_rest_api", "aws_apigatewayv2_api"] as const;

/** The API that an origin leads to directly, when the configuration defines it. */
export function apiOf(stack: SynthesizedStack, origin: Origin): Api | undefined {
  const kind = originKind(stack, origin);
  if (kind !== "rest-api" && kind !== "http-api") return undefined;
  const resource = apiResource(stack, origin);
  return resource === undefined ? undefined : readApi(stack, resource);
}

/** Reads an API's routes and stages. */
function readApi(stack: SynthesizedStack, resource: Resource): Api {
  const isHttp = resource.type === "aws_apigatewayv2_api";
  return {
    resource,
    isHttp,
    routes: isHttp ? httpApiRoutes(stack, resource) : restApiRoutes(stack, resource),
    stages: stagesOf(stack, resource, isHttp),
  };
}

function apiResource(stack: SynthesizedStack, origin: Origin): Resource | undefined {
  const domain = origin.config.domain_name;
  const direct = resourceOf(stack, domain, API_TYPES);
  if (direct !== undefined) return direct;
  const through = resourceOf(stack, domain, [
    "aws_api_gateway_stage",
    "aws_api_gateway_deployment",
    "aws_apigatewayv2_stage",
  ]);
  if (through !== undefined) {
    return resourceOf(stack, through.config.rest_api_id ?? through.config.api_id, API_TYPES);
  }
  const name = textOf(stack, domain);
  const id = typeof name === "string" ? name.split(".")[0] : undefined;
  return API_TYPES.flatMap((type) => resourcesOfType(stack, type)).find(
    ({ config }) => id !== undefined && config.id === id,
  );
}

function stagesOf(
  stack: SynthesizedStack,
  api: Resource,
  isHttp: boolean,
): readonly string[] | Unknown {
  const stages = isHttp
    ? ownedBy(stack, api, "aws_apigatewayv2_stage", "api_id").map(({ config }) => config.name)
    : [
        ...ownedBy(stack, api, "aws_api_gateway_stage", "rest_api_id"),
        ...ownedBy(stack, api, "aws_api_gateway_deployment", "rest_api_id").filter(
          ({ config }) => config.stage_name !== undefined,
        ),
      ].map(({ config }) => config.stage_name);
  const names = stages.map((name) => textOf(stack, name));
  const known = names.filter((name) => typeof name === "string");
  return known.length === 0 || known.length < names.length ? UNKNOWN : known;
}
