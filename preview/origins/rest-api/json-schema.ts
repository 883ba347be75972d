import { type Block, isBlock, type Json } from "../../../synthesized/stack";

/** Finds the schema that a reference to another document names. */
export type FindSchema = (reference: string) => Json | undefined;

interface Context {
  readonly find: FindSchema;
  /** What `#/` begins at. */
  readonly root: Json;
}

type Keyword = (value: Json, wanted: Json, schema: Block, context: Context) => boolean;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] =>
  value !== undefined && isList(value) ? value : [];
const equal = (a: Json, b: Json) => JSON.stringify(a) === JSON.stringify(b);

/** A test that only numbers, texts, lists or objects have to pass. */
const forNumbers =
  (test: (value: number, wanted: number, schema: Block) => boolean): Keyword =>
  (value, wanted, schema) =>
    typeof value !== "number" || typeof wanted !== "number" || test(value, wanted, schema);
const forTexts =
  (test: (value: string, wanted: Json) => boolean): Keyword =>
  (value, wanted) =>
    typeof value !== "string" || test(value, wanted);
const forLists =
  (test: (value: readonly Json[], wanted: Json, context: Context) => boolean): Keyword =>
  (value, wanted, _, context) =>
    !isList(value) || test(value, wanted, context);
const forObjects =
  (test: (value: Block, wanted: Json, schema: Block, context: Context) => boolean): Keyword =>
  (value, wanted, schema, context) =>
    !isBlock(value) || test(value, wanted, schema, context);

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $ref: (value, wanted, _, context) => matchesReference(value, String(wanted), context),
  type: (value, wanted) => [wanted].flat().some((type) => isOfType(value, String(type))),
  enum: (value, wanted) => listOf(wanted).some((item) => equal(item, value)),
  allOf: (value, wanted, _, context) => listOf(wanted).every((one) => fits(value, one, context)),
  anyOf: (value, wanted, _, context) => listOf(wanted).some((one) => fits(value, one, context)),
  oneOf: (value, wanted, _, context) =>
    listOf(wanted).filter((one) => fits(value, one, context)).length === 1,
  not: (value, wanted, _, context) => !fits(value, wanted, context),
  // Draft 4, which API Gateway takes, has these two as flags; later drafts as numbers.
  minimum: forNumbers((value, wanted, { exclusiveMinimum }) =>
    exclusiveMinimum === true ? value > wanted : value >= wanted,
  ),
  maximum: forNumbers((value, wanted, { exclusiveMaximum }) =>
    exclusiveMaximum === true ? value < wanted : value <= wanted,
  ),
  exclusiveMinimum: forNumbers((value, wanted) => value > wanted),
  exclusiveMaximum: forNumbers((value, wanted) => value < wanted),
  multipleOf: forNumbers((value, wanted) => Number.isInteger(value / wanted)),
  minLength: forTexts((value, wanted) => [...value].length >= Number(wanted)),
  maxLength: forTexts((value, wanted) => [...value].length <= Number(wanted)),
  pattern: forTexts((value, wanted) => hasPattern(value, String(wanted))),
  items: forLists((value, wanted, context) =>
    value.every((item, index) => {
      const schema = isList(wanted) ? wanted[index] : wanted;
      return schema === undefined || fits(item, schema, context);
    }),
  ),
  minItems: forLists((value, wanted) => value.length >= Number(wanted)),
  maxItems: forLists((value, wanted) => value.length <= Number(wanted)),
  uniqueItems: forLists(
    (value, wanted) =>
      wanted !== true || new Set(value.map((item) => JSON.stringify(item))).size === value.length,
  ),
  required: forObjects((value, wanted) =>
    listOf(wanted).every((name) => Object.hasOwn(value, String(name))),
  ),
  minProperties: forObjects((value, wanted) => Object.keys(value).length >= Number(wanted)),
  maxProperties: forObjects((value, wanted) => Object.keys(value).length <= Number(wanted)),
  properties: forObjects((value, wanted, _, context) =>
    Object.entries(isBlock(wanted) ? wanted : {}).every(
      ([name, schema]) => !Object.hasOwn(value, name) || fits(value[name] ?? null, schema, context),
    ),
  ),
  patternProperties: forObjects((value, wanted, _, context) =>
    Object.entries(isBlock(wanted) ? wanted : {}).every(([pattern, schema]) =>
      Object.entries(value).every(
        ([name, item]) => !hasPattern(name, pattern) || fits(item, schema, context),
      ),
    ),
  ),
  additionalProperties: forObjects((value, wanted, schema, context) => {
    const named = isBlock(schema.properties) ? schema.properties : {};
    const patterns = isBlock(schema.patternProperties) ? Object.keys(schema.patternProperties) : [];
    return Object.entries(value)
      .filter(([name]) => !Object.hasOwn(named, name))
      .filter(([name]) => !patterns.some((pattern) => hasPattern(name, pattern)))
      .every(([, item]) => wanted !== false && (!isBlock(wanted) || fits(item, wanted, context)));
  }),
};

/**
 * Whether a value fits a JSON schema, draft 4. Formats and references that lead nowhere count for
 * nothing.
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
  return fits(value, schema, { find, root });
}

function fits(value: Json, schema: Json, context: Context): boolean {
  if (!isBlock(schema)) return true;
  return Object.entries(schema).every(([name, wanted]) => {
    const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name] : undefined;
    return keyword === undefined || keyword(value, wanted, schema, context);
  });
}

function matchesReference(value: Json, reference: string, context: Context): boolean {
  const { find, root } = context;
  if (reference.startsWith("#")) return fits(value, atPointer(root, reference) ?? {}, context);
  const schema = find(reference);
  return schema === undefined || fits(value, schema, { find, root: schema });
}

/** What a reference such as `#/definitions/Age` names. */
export function atPointer(root: Json, pointer: string): Json | undefined {
  const parts = pointer.replace(/^#\/?/, "").split("/").filter(Boolean);
  return parts.reduce<Json | undefined>((inside, part) => {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    return isBlock(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined;
  }, root);
}

/** A pattern that JavaScript cannot read counts for nothing: API Gateway reads Java's. */
function hasPattern(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return true;
  }
}

function isOfType(value: Json, type: string): boolean {
  if (type === "array") return isList(value);
  if (type === "object") return isBlock(value);
  if (type === "null") return value === null;
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type;
}
