import { type Block, isBlock, type Json } from "../../../synthesized/stack";
import { numberOf, textOf } from "../attributes";
import { DEFAULT_TIMEOUT_MS, type HttpIntegration, type HttpRoute } from "./model";
import { readSecurity } from "./open-api-security";

/** The routes of an OpenAPI 3 body; none when it is no JSON. */
export function readHttpOpenApi(body: Json | undefined): HttpRoute[] {
  const document = typeof body === "string" ? parse(body) : body;
  if (!isBlock(document) || !isBlock(document.paths)) return [];
  const { paths } = document;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isBlock(item) ? item : {})
      .filter(([, operation]) => isBlock(operation))
      .map(([name, operation]) => readOperation(path, name, operation as Block, document)),
  );
}

function readOperation(path: string, name: string, operation: Block, document: Block): HttpRoute {
  const any = name === "x-amazon-apigateway-any-method";
  const method = any ? "ANY" : name.toUpperCase();
  const isDefault = path === "/$default";
  const integration = operation["x-amazon-apigateway-integration"];
  return {
    key: isDefault ? "$default" : `${method} ${path}`,
    method: isDefault ? "" : method,
    path: isDefault ? "" : path,
    ...readSecurity(operation, document),
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
    requestParameters: {},
  };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
