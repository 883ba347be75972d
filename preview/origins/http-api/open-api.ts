import { type Block, isBlock, type Json } from "../../../synthesized/stack";
import { numberOf, textMapOf, textOf } from "../attributes";
import { DEFAULT_TIMEOUT_MS, type HttpIntegration, type HttpRoute } from "./model";

/** The routes of an OpenAPI 3 body, without authorizers; none when it is no JSON. */
export function readHttpOpenApi(body: Json | undefined): HttpRoute[] {
  const document = typeof body === "string" ? parse(body) : body;
  const paths = isBlock(document) ? document.paths : undefined;
  if (!isBlock(paths)) return [];
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isBlock(item) ? item : {})
      .filter(([, operation]) => isBlock(operation))
      .map(([name, operation]) => readOperation(path, name, operation as Block)),
  );
}

function readOperation(path: string, name: string, operation: Block): HttpRoute {
  const any = name === "x-amazon-apigateway-any-method";
  const method = any ? "ANY" : name.toUpperCase();
  const isDefault = path === "/$default";
  const integration = operation["x-amazon-apigateway-integration"];
  return {
    key: isDefault ? "$default" : `${method} ${path}`,
    method: isDefault ? "" : method,
    path: isDefault ? "" : path,
    authorization: "NONE",
    scopes: [],
    ...(isBlock(integration) ? { integration: readIntegration(integration) } : {}),
  };
}

function readIntegration(config: Block): HttpIntegration {
  return {
    type: textOf(config, "type")?.toUpperCase() === "HTTP_PROXY" ? "HTTP_PROXY" : "AWS_PROXY",
    uri: textOf(config, "uri") ?? "",
    method: textOf(config, "httpMethod") ?? "ANY",
    payloadFormat: textOf(config, "payloadFormatVersion") === "1.0" ? "1.0" : "2.0",
    timeoutMs: numberOf(config, "timeoutInMillis") ?? DEFAULT_TIMEOUT_MS,
    requestParameters: textMapOf(config, "requestParameters"),
    responseParameters: new Map(
      Object.entries(isBlock(config.responseParameters) ? config.responseParameters : {}).map(
        ([status, mappings]) => [Number(status), textMapOf({ mappings }, "mappings")],
      ),
    ),
  };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
