import { openApiDocument } from "../../../synthesized/open-api-document";
import {
  type Block,
  blocks,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { blockOf } from "../attributes";

/**
 * What API Gateway reads otherwise than the author of an OpenAPI document may think: of a REST API's
 * security it takes that of operations only.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export function openApiWarnings(stack: SynthesizedStack): string[] {
  return resourcesOfType(stack, "aws_api_gateway_rest_api").flatMap(({ address, config }) => {
    const document = openApiDocument(config.body);
    if (document === undefined || blocks(document.security).length === 0) return [];
    const open = Object.entries(blockOf(document.paths)).flatMap(([path, item]) =>
      Object.entries(blockOf(item))
        .filter(([method, operation]) => method !== "options" && isOpen(blockOf(operation)))
        .map(([method]) => `${method.toUpperCase()} ${path}`),
    );
    return open.length === 0
      ? []
      : [
          `${address}: API Gateway ignores the security at the root of its OpenAPI body, so that everybody may call ${open.join(", ")}; give each operation its own`,
        ];
  });
}

/** Whether an operation relies on the document's security. */
function isOpen(operation: Block): boolean {
  return (
    operation["x-amazon-apigateway-integration"] !== undefined &&
    operation.security === undefined &&
    operation["x-amazon-apigateway-auth"] === undefined
  );
}
