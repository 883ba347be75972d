// The routes of an OpenAPI definition inside a configuration.
import { openApiDocument } from "../../synthesized/open-api-document";
import { type Block, isBlock } from "../../synthesized/stack";
import { type Route, toPattern } from "./route";
import { UNKNOWN, type Unknown } from "./value";

const VERBS = ["get", "head", "options", "put", "post", "patch", "delete"];

/** Every route of an OpenAPI body; UNKNOWN when it is no literal JSON or YAML. */
export function openApiRoutes(body: string): readonly Route[] | Unknown {
  const document = openApiDocument(body);
  if (document === undefined || !isBlock(document.paths)) return UNKNOWN;
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(isBlock(operations) ? operations : {}).flatMap(([verb, operation]) =>
      toRoute(document, path, verb, isBlock(operation) ? operation : {}),
    ),
  );
}

function toRoute(document: Block, path: string, verb: string, operation: Block): Route[] {
  const isAny = verb === "x-amazon-apigateway-any-method";
  if (!isAny && !VERBS.includes(verb)) return [];
  const method = isAny ? "ANY" : verb.toUpperCase();
  const security = Array.isArray(operation.security) ? operation.security : [];
  const [scheme] = security.filter(isBlock).flatMap((entry) => Object.keys(entry));
  return [
    {
      pattern: toPattern(path),
      method,
      ...authorization(document, scheme),
      label: `${method} ${path}`,
    },
  ];
}

function authorization(document: Block, scheme: string | undefined) {
  if (scheme === undefined) return { authorization: "NONE", tokenSources: [] };
  const components = isBlock(document.components) ? document.components.securitySchemes : undefined;
  const schemes = isBlock(components) ? components : document.securityDefinitions;
  const definition = isBlock(schemes) ? schemes[scheme] : undefined;
  if (!isBlock(definition)) return { authorization: UNKNOWN as Unknown, tokenSources: [] };
  if (definition["x-amazon-apigateway-authtype"] === "awsSigv4") {
    return { authorization: "AWS_IAM", tokenSources: [] };
  }
  const isKey =
    !("x-amazon-apigateway-authorizer" in definition) && definition.name === "x-api-key";
  if (isKey) return { authorization: "NONE", tokenSources: [] };
  const header =
    definition.in === "header" ? String(definition.name).toLowerCase() : "authorization";
  return { authorization: "CUSTOM", tokenSources: [header] };
}
