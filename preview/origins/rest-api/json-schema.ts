import { type Schema, Validator } from "jsonschema";
import { isBlock, type Json } from "../../../synthesized/stack";

/** Finds the schema that a reference to another document names. */
export type FindSchema = (reference: string) => Json | undefined;

// References inside a schema are resolved against an address; it has none of its own.
const ROOT = "https://schema.invalid/";

/**
 * Whether a value fits a JSON schema, draft 4. Formats count for nothing; nor does a schema that
 * cannot be read here, such as one with a pattern that only Java knows or a reference that leads
 * nowhere.
 *
 * @param root what `#/` in the schema begins at
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html
 */
export function matchesSchema(
  value: Json,
  schema: Json,
  find: FindSchema,
  root: Json = schema,
): boolean {
  if (!isBlock(schema)) return true;
  try {
    const options = { base: ROOT, skipAttributes: ["format"] };
    return validatorFor(schema, find, root).validate(value, schema, options).valid;
  } catch {
    return true;
  }
}

/** A validator that knows every document the schema refers to, directly or through another. */
function validatorFor(schema: Schema, find: FindSchema, root: Json): Validator {
  const validator = new Validator();
  validator.schemas[ROOT] = root as Schema;
  validator.addSchema(schema, `${ROOT}schema`);
  const wanted = new Set(validator.unresolvedRefs);
  for (const reference of wanted) {
    const found = find(reference.replace(ROOT, ""));
    if (found === undefined) continue;
    validator.addSchema(found as Schema, reference);
    for (const another of validator.unresolvedRefs) wanted.add(another);
  }
  return validator;
}

/** What a reference such as `#/definitions/Age` names. */
export function atPointer(root: Json, pointer: string): Json | undefined {
  const parts = pointer.replace(/^#\/?/, "").split("/").filter(Boolean);
  return parts.reduce<Json | undefined>((inside, part) => {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    return isBlock(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined;
  }, root);
}
