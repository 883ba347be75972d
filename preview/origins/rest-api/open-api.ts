import { type Block, blocks, isBlock, type Json } from "../../../synthesized/stack";
import { blockOf, flagOf, numberOf, textMapOf, textOf, textsOf } from "../attributes";
import {
  type Authorizer,
  DEFAULT_TIMEOUT_MS,
  type GatewayResponse,
  type Integration,
  type RestMethod,
} from "./model";
import { readValidation } from "./open-api-validation";

/** What an OpenAPI document says of a REST API. */
export interface OpenApiPart {
  readonly paths: ReadonlyMap<string, ReadonlyMap<string, RestMethod>>;
  readonly gatewayResponses: readonly (readonly [type: string, response: GatewayResponse])[];
  readonly binaryMediaTypes: readonly string[];
  readonly policy?: Json;
  readonly apiKeySource?: string;
  readonly isDefaultEndpointDisabled: boolean;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch"];
const ANY = "x-amazon-apigateway-any-method";

/**
 * Reads an OpenAPI 3 or Swagger 2 document with API Gateway's extensions.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export function readOpenApi(document: Block): OpenApiPart {
  const policy = document["x-amazon-apigateway-policy"];
  const apiKeySource = textOf(document, "x-amazon-apigateway-api-key-source");
  const endpoints = [document, ...blocks(document.servers)].map((place) =>
    blockOf(place["x-amazon-apigateway-endpoint-configuration"]),
  );
  return {
    paths: new Map(
      Object.entries(blockOf(document.paths)).map(([path, item]) => [
        path,
        readPathItem(blockOf(item), document),
      ]),
    ),
    gatewayResponses: Object.entries(
      blockOf(document["x-amazon-apigateway-gateway-responses"]),
    ).map(([type, response]) => [type, readGatewayResponse(blockOf(response))]),
    binaryMediaTypes: textsOf(document, "x-amazon-apigateway-binary-media-types"),
    ...(policy === undefined ? {} : { policy }),
    ...(apiKeySource === undefined ? {} : { apiKeySource }),
    isDefaultEndpointDisabled: endpoints.some((one) => flagOf(one, "disableExecuteApiEndpoint")),
  };
}

function readPathItem(item: Block, document: Block): Map<string, RestMethod> {
  return new Map(
    [...METHODS, ANY]
      .filter((name) => isBlock(item[name]))
      .map((name) => [
        name === ANY ? "ANY" : name.toUpperCase(),
        readOperation(blockOf(item[name]), item, document),
      ]),
  );
}

function readOperation(operation: Block, item: Block, document: Block): RestMethod {
  // API Gateway does not look at the security of the whole document.
  const security = blocks(operation.security);
  const schemes = {
    ...blockOf(document.securityDefinitions),
    ...blockOf(blockOf(document.components).securitySchemes),
  };
  const used = security.flatMap((requirement) =>
    Object.keys(requirement).map((name) => ({
      name,
      scheme: blockOf(schemes[name]),
      scopes: textsOf(requirement, name),
    })),
  );
  const custom = used.find(({ scheme }) => isBlock(scheme["x-amazon-apigateway-authorizer"]));
  const isIam =
    textOf(blockOf(operation["x-amazon-apigateway-auth"]), "type") === "AWS_IAM" ||
    used.some(({ scheme }) => textOf(scheme, "x-amazon-apigateway-authtype") === "awsSigv4");
  const integration = operation["x-amazon-apigateway-integration"];
  const authorizer = custom === undefined ? undefined : readScheme(custom.name, custom.scheme);
  return {
    authorization: authorizationOf(authorizer, isIam),
    ...(authorizer === undefined ? {} : { authorizer }),
    scopes: custom?.scopes ?? [],
    isApiKeyRequired: used.some(
      ({ scheme }) => textOf(scheme, "type") === "apiKey" && textOf(scheme, "name") === "x-api-key",
    ),
    ...readValidation(operation, item, document),
    ...(isBlock(integration) ? { integration: readIntegration(integration) } : {}),
  };
}

function authorizationOf(
  authorizer: Authorizer | undefined,
  isIam: boolean,
): RestMethod["authorization"] {
  if (authorizer?.type === "COGNITO_USER_POOLS") return "COGNITO_USER_POOLS";
  if (authorizer !== undefined) return "CUSTOM";
  return isIam ? "AWS_IAM" : "NONE";
}

function readScheme(name: string, scheme: Block): Authorizer {
  const config = blockOf(scheme["x-amazon-apigateway-authorizer"]);
  const validationExpression = textOf(config, "identityValidationExpression");
  const place = textOf(scheme, "in") === "query" ? "querystring" : "header";
  const named = `method.request.${place}.${textOf(scheme, "name") ?? "Authorization"}`;
  const sources = textOf(config, "identitySource") ?? named;
  return {
    address: `authorizer ${name}`,
    id: name,
    type: (textOf(config, "type") ?? "token").toUpperCase() as Authorizer["type"],
    uri: textOf(config, "authorizerUri") ?? "",
    hasRole: textOf(config, "authorizerCredentials") !== undefined,
    identitySources: sources.split(",").map((source) => source.trim()),
    ...(validationExpression === undefined ? {} : { validationExpression }),
    resultTtlSeconds: numberOf(config, "authorizerResultTtlInSeconds") ?? 300,
    providerArns: textsOf(config, "providerARNs"),
  };
}

function readIntegration(config: Block): Integration {
  return {
    type: (textOf(config, "type") ?? "mock").toUpperCase() as Integration["type"],
    uri: textOf(config, "uri") ?? "",
    hasRole: textOf(config, "credentials") !== undefined,
    isStreaming: textOf(config, "responseTransferMode")?.toUpperCase() === "STREAM",
    httpMethod: (textOf(config, "httpMethod") ?? "").toUpperCase(),
    timeoutMs: numberOf(config, "timeoutInMillis") ?? DEFAULT_TIMEOUT_MS,
    requestParameters: textMapOf(config, "requestParameters"),
    requestTemplates: textMapOf(config, "requestTemplates"),
    passthrough: (
      textOf(config, "passthroughBehavior") ?? "when_no_match"
    ).toUpperCase() as Integration["passthrough"],
    responses: Object.entries(blockOf(config.responses)).map(([pattern, response]) => ({
      statusCode: numberOf(blockOf(response), "statusCode") ?? 200,
      selectionPattern: pattern === "default" ? "" : pattern,
      parameters: textMapOf(blockOf(response), "responseParameters"),
      templates: textMapOf(blockOf(response), "responseTemplates"),
    })),
  };
}

function readGatewayResponse(config: Block): GatewayResponse {
  const statusCode = numberOf(config, "statusCode");
  return {
    ...(statusCode === undefined ? {} : { statusCode }),
    parameters: textMapOf(config, "responseParameters"),
    templates: textMapOf(config, "responseTemplates"),
  };
}
