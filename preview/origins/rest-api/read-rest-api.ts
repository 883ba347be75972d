import {
  type Block,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { readBody } from "../api/read-body";
import { flagOf, numberOf, textMapOf, textOf, textsOf } from "../attributes";
import type { Emulation } from "../emulation";
import { readPolicy } from "../iam/policy-document";
import { placeOf } from "../place";
import type { GatewayResponse, RestApi, RestMethod, RestResource, RestStage } from "./model";
import { type OpenApiPart, readOpenApi } from "./open-api";
import { readAuthorizer, readMethod } from "./read-method";
import { type ResourceRow, resourceTree } from "./resource-tree";

/** Every REST API that the stack defines, by resources and methods, by an OpenAPI body, or by both. */
export function readRestApis(stack: SynthesizedStack, emulation: Emulation): RestApi[] {
  return resourcesOfType(stack, "aws_api_gateway_rest_api").map((api) =>
    readRestApi(api, stack, emulation),
  );
}

function readRestApi(api: Resource, stack: SynthesizedStack, emulation: Emulation): RestApi {
  const id = textOf(api.config, "id") ?? api.name;
  const of = (type: string) =>
    resourcesOfType(stack, type).filter(({ config }) => textOf(config, "rest_api_id") === id);
  const body = openApiOf(api, emulation);
  const policy =
    [...of("aws_api_gateway_rest_api_policy"), api]
      .map(({ config }) => config.policy)
      .find((document) => typeof document === "string" && document !== "") ?? body?.policy;
  const keySource = textOf(api.config, "api_key_source") ?? body?.apiKeySource;
  const statements = policy === undefined ? undefined : readPolicy(policy);
  return {
    address: api.address,
    id,
    place: placeOf(textOf(api.config, "execution_arn"), emulation),
    isDefaultEndpointDisabled:
      flagOf(api.config, "disable_execute_api_endpoint") ||
      body?.isDefaultEndpointDisabled === true,
    binaryMediaTypes: [
      ...textsOf(api.config, "binary_media_types"),
      ...(body?.binaryMediaTypes ?? []),
    ],
    ...(statements === undefined ? {} : { policy: statements }),
    root: treeOf(api, of, body),
    gatewayResponses: new Map([
      ...(body?.gatewayResponses ?? []),
      ...of("aws_api_gateway_gateway_response").map(({ config }) => gatewayResponse(config)),
    ]),
    stages: new Map(stagesOf(of).map((stage) => [stage.name, stage])),
    apiKeys: new Map(
      resourcesOfType(stack, "aws_api_gateway_api_key")
        .filter(({ config }) => String(config.enabled) !== "false")
        .map(({ config, name }) => [textOf(config, "value") ?? "", textOf(config, "id") ?? name]),
    ),
    apiKeySource: keySource === "AUTHORIZER" ? "AUTHORIZER" : "HEADER",
  };
}

function treeOf(
  api: Resource,
  of: (type: string) => Resource[],
  body: OpenApiPart | undefined,
): RestResource {
  const rootId = textOf(api.config, "root_resource_id") ?? "root";
  const authorizers = new Map(
    of("aws_api_gateway_authorizer").map((resource) => {
      const authorizer = readAuthorizer(resource);
      return [authorizer.id, authorizer];
    }),
  );
  const methods = of("aws_api_gateway_method").map(({ config }) => ({
    resourceId: textOf(config, "resource_id") ?? "",
    httpMethod: textOf(config, "http_method") ?? "",
    method: readMethod(config, authorizers, of),
  }));
  const methodsOf = (resourceId: string): Map<string, RestMethod> =>
    new Map(
      methods
        .filter((one) => one.resourceId === resourceId)
        .map(({ httpMethod, method }) => [httpMethod, method]),
    );
  const rows = of("aws_api_gateway_resource").map(
    ({ config, name }): ResourceRow => ({
      id: textOf(config, "id") ?? name,
      parentId: textOf(config, "parent_id") ?? rootId,
      part: textOf(config, "path_part") ?? "",
    }),
  );
  return resourceTree(rootId, rows, methodsOf, body?.paths ?? new Map());
}

function stagesOf(of: (type: string) => Resource[]): RestStage[] {
  const stages = of("aws_api_gateway_stage").map(({ config }) => ({
    name: textOf(config, "stage_name") ?? "",
    variables: textMapOf(config, "variables"),
    deploymentId: textOf(config, "deployment_id") ?? "",
  }));
  // Until version 6 of the provider a deployment could create its stage.
  const implied = of("aws_api_gateway_deployment")
    .filter(({ config }) => textOf(config, "stage_name") !== undefined)
    .map(({ config }) => ({
      name: textOf(config, "stage_name") ?? "",
      variables: textMapOf(config, "variables"),
      deploymentId: textOf(config, "id") ?? "",
    }));
  return [...implied, ...stages];
}

function gatewayResponse(config: Block): [type: string, response: GatewayResponse] {
  const statusCode = numberOf(config, "status_code");
  return [
    textOf(config, "response_type") ?? "",
    {
      ...(statusCode === undefined ? {} : { statusCode }),
      parameters: textMapOf(config, "response_parameters"),
      templates: textMapOf(config, "response_templates"),
    },
  ];
}

function openApiOf({ address, config }: Resource, emulation: Emulation): OpenApiPart | undefined {
  const document = readBody(address, config.body, emulation);
  return document === undefined ? undefined : readOpenApi(document);
}
