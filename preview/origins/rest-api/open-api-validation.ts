import { type Block, blocks, isBlock, type Json } from "../../../synthesized/stack";
import { flagOf, textOf } from "../attributes";
import { atPointer } from "./json-schema";
import type { BodyModels, RestMethod } from "./model";

/**
 * What the request validator of an operation, or else of the whole document, asks of a request.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-request-validators.html
 */
export function readValidation(
  operation: Block,
  pathItem: Block,
  document: Block,
): Pick<RestMethod, "requiredParameters" | "bodyModels"> {
  const extension = "x-amazon-apigateway-request-validator";
  const name = textOf(operation, extension) ?? textOf(document, extension) ?? "";
  const validator = child(child(document, `${extension}s`), name);
  const parameters = [...blocks(pathItem.parameters), ...blocks(operation.parameters)].map((one) =>
    resolved(one, document),
  );
  return {
    requiredParameters: flagOf(validator, "validateRequestParameters")
      ? parameters.flatMap(requiredParameter)
      : [],
    ...(flagOf(validator, "validateRequestBody")
      ? { bodyModels: bodyModels(operation, parameters, document) }
      : {}),
  };
}

function requiredParameter(parameter: Block): string[] {
  const place = { query: "querystring", header: "header" }[textOf(parameter, "in") ?? ""];
  if (place === undefined || !flagOf(parameter, "required")) return [];
  return [`method.request.${place}.${textOf(parameter, "name")}`];
}

/** OpenAPI 3 has a schema for each content type, Swagger 2 one parameter for all. */
function bodyModels(operation: Block, parameters: readonly Block[], document: Block): BodyModels {
  const content = child(resolved(child(operation, "requestBody"), document), "content");
  const inSwagger = parameters.find((parameter) => textOf(parameter, "in") === "body");
  const byType = Object.keys(content).map((type): [string, Json] => [
    type.toLowerCase(),
    child(content, type).schema ?? {},
  ]);
  return {
    byType: new Map(
      inSwagger === undefined ? byType : [["application/json", inSwagger.schema ?? {}]],
    ),
    find: () => undefined,
    root: document,
  };
}

function resolved(block: Block, document: Block): Block {
  const reference = textOf(block, "$ref");
  const found = reference === undefined ? block : atPointer(document, reference);
  return isBlock(found) ? found : {};
}

function child(block: Block, name: string): Block {
  const value = block[name];
  return isBlock(value) ? value : {};
}
