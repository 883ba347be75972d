import { type Block, isBlock, type Json } from "../../../synthesized/stack";
import { blockOf, flagOf, numberOf, textMapOf, textOf, textsOf } from "../attributes";
import {
  type CorsConfiguration,
  DEFAULT_TIMEOUT_MS,
  type HttpIntegration,
  type HttpRoute,
} from "./model";
import { readSecurity } from "./open-api-security";

/** What an OpenAPI document says of an HTTP API. */
export interface HttpOpenApiPart {
  readonly routes: readonly HttpRoute[];
  readonly cors?: CorsConfiguration;
}

const OPERATIONS = /^(get|put|post|delete|options|head|patch|x-amazon-apigateway-any-method)$/;

/**
 * Reads an OpenAPI 3 document with API Gateway's extensions.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-open-api.html
 */
export function readHttpOpenApi(document: Block): HttpOpenApiPart {
  const cors = document["x-amazon-apigateway-cors"];
  return {
    routes: Object.entries(blockOf(document.paths)).flatMap(([path, item]) =>
      Object.entries(blockOf(item))
        .filter(([name, operation]) => OPERATIONS.test(name) && isBlock(operation))
        .map(([name, operation]) => readOperation(path, name, blockOf(operation), document)),
    ),
    ...(isBlock(cors) ? { cors: readCors(cors) } : {}),
  };
}

function readOperation(path: string, name: string, operation: Block, document: Block): HttpRoute {
  const any = name === "x-amazon-apigateway-any-method";
  const method = any ? "ANY" : name.toUpperCase();
  const isDefault = path === "/$default";
  const integration = integrationOf(operation, document);
  return {
    key: isDefault ? "$default" : `${method} ${path}`,
    method: isDefault ? "" : method,
    path: isDefault ? "" : path,
    ...readSecurity(operation, document),
    ...(isBlock(integration) ? { integration: readIntegration(integration) } : {}),
  };
}

/**
 * The integration of an operation, which may be one of the document's components.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-extensions-integrations.html
 */
function integrationOf(operation: Block, document: Block): Json | undefined {
  const own = operation["x-amazon-apigateway-integration"];
  const [, name] =
    /^#\/components\/x-amazon-apigateway-integrations\/(.+)$/.exec(
      textOf(blockOf(own), "$ref") ?? "",
    ) ?? [];
  if (name === undefined) return own;
  return blockOf(blockOf(document.components)["x-amazon-apigateway-integrations"])[name];
}

function readCors(config: Block): CorsConfiguration {
  const maxAge = numberOf(config, "maxAge");
  return {
    allowCredentials: flagOf(config, "allowCredentials"),
    allowHeaders: textsOf(config, "allowHeaders"),
    allowMethods: textsOf(config, "allowMethods"),
    allowOrigins: textsOf(config, "allowOrigins"),
    exposeHeaders: textsOf(config, "exposeHeaders"),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

function readIntegration(config: Block): HttpIntegration {
  const subtype = textOf(config, "integrationSubtype");
  return {
    type: textOf(config, "type")?.toUpperCase() === "HTTP_PROXY" ? "HTTP_PROXY" : "AWS_PROXY",
    uri: textOf(config, "uri") ?? "",
    ...(subtype === undefined ? {} : { subtype }),
    hasRole: textOf(config, "credentials") !== undefined,
    method: textOf(config, "httpMethod") ?? "ANY",
    payloadFormat: textOf(config, "payloadFormatVersion") === "1.0" ? "1.0" : "2.0",
    timeoutMs: numberOf(config, "timeoutInMillis") ?? DEFAULT_TIMEOUT_MS,
    requestParameters: textMapOf(config, "requestParameters"),
    responseParameters: new Map(
      Object.entries(blockOf(config.responseParameters)).map(([status, mappings]) => [
        Number(status),
        textMapOf({ mappings }, "mappings"),
      ]),
    ),
  };
}
