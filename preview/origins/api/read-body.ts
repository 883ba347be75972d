import { openApiDocument } from "../../../synthesized/open-api-document";
import type { Block, Json } from "../../../synthesized/stack";
import type { Emulation } from "../emulation";

/** The OpenAPI document of an API's `body`, if it has one; the log says when it cannot be read. */
export function readBody(
  address: string,
  body: Json | undefined,
  { onLog }: Pick<Emulation, "onLog">,
): Block | undefined {
  if (body === undefined || body === null || body === "") return undefined;
  const document = openApiDocument(body);
  if (document !== undefined) return document;
  onLog({
    address,
    level: "error",
    text: "its body is no object in JSON or YAML, so its routes are unknown here",
  });
  return undefined;
}
