// The OpenAPI document that an API's `body` is.
import { fromYamlText } from "./expressions/functions/yaml-value";
import { type Block, isBlock, type Json } from "./stack";

/** The document of a body in JSON or YAML; undefined when it is neither. */
export function openApiDocument(body: Json | undefined): Block | undefined {
  const document = typeof body === "string" ? parse(body) : body;
  return isBlock(document) ? document : undefined;
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    // Then it is YAML.
  }
  try {
    return fromYamlText(text);
  } catch {
    return undefined;
  }
}
