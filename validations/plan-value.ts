// Joins what a plan knows of a resource with the references of its configuration.
import { type Block, isBlock, type Json } from "../synthesized/stack";

/** What is planned for a resource and what its configuration says. */
export interface PlannedValues {
  readonly values: Block;
  /** `true` in place of each value that is known only after `apply`. */
  readonly unknown: Json;
  readonly expressions: Block;
  /** What the names of the module's resources start with; empty in the root module. */
  readonly prefix: string;
  /** The planned values of every resource, by address. */
  readonly all: ReadonlyMap<string, Block>;
}

type Context = Pick<PlannedValues, "prefix" | "all">;

// Stands for the expression of a value whose place in the configuration was not found.
const UNFOUND: Block = { references: ["each.value"] };

// Attributes whose value may come from a sensitive variable.
const SECRET_KEY = /^value$|secret|password|token|key/i;

/**
 * A resource's block: planned values, and an expression for each value that is not known yet or
 * that is another resource's.
 */
export function mergePlanned({ values, unknown, expressions, ...context }: PlannedValues): Block {
  return mergeBlock(values, unknown, expressions, context);
}

// Without expressions the configuration of the block was not found.
function mergeBlock(
  values: Block,
  unknown: Json,
  expressions: Block | undefined,
  context: Context,
): Block {
  const unknowns = isBlock(unknown) ? unknown : {};
  const keys = new Set(
    [values, unknowns, expressions ?? {}].flatMap((block) => Object.keys(block)),
  );
  const merged: Record<string, Json> = {};
  for (const key of keys) {
    const expression = expressions === undefined ? UNFOUND : expressions[key];
    const value = isHidden(key, expression)
      ? expressionText(expression, context)
      : merge(values[key], unknowns[key], expression, context);
    // A plan writes what is left out as null.
    if (value !== undefined && value !== null) merged[key] = value;
  }
  return merged;
}

function merge(
  value: Json | undefined,
  unknown: Json | undefined,
  expression: Json | undefined,
  context: Context,
): Json | undefined {
  // What the configuration leaves out and AWS fills in is not there, as in the configuration.
  if (unknown === true) return expressionText(expression, context);
  if (Array.isArray(value) && value.some(isBlock)) {
    return mergeList(value, unknown, expression, context);
  }
  if (isBlock(value)) {
    return mergeBlock(value, unknown ?? {}, nested(expression), context);
  }
  return sameElsewhere(value, expression, context) ?? escaped(value);
}

// Sets are sorted by hash in the plan and by line in the configuration: constants tell which is which.
function mergeList(
  values: readonly Json[],
  unknown: Json | undefined,
  expression: Json | undefined,
  context: Context,
): Json {
  const candidates = Array.isArray(expression) ? expression.filter(isBlock) : [];
  const unknowns: readonly Json[] = Array.isArray(unknown) ? unknown : [];
  return values.map((value: Json, at) => {
    if (!isBlock(value)) return value;
    const fitting = candidates.filter((candidate) => agrees(value, candidate));
    const inOrder = values.length === candidates.length ? candidates[at] : undefined;
    const match = fitting.length === 1 ? fitting[0] : fitting.find((one) => one === inOrder);
    return mergeBlock(value, unknowns[at] ?? {}, match, context);
  });
}

// A map of values, such as tags, is one expression; a block has one for each attribute.
function nested(expression: Json | undefined): Block | undefined {
  if (!isBlock(expression) || "references" in expression) return undefined;
  return "constant_value" in expression ? {} : expression;
}

function agrees(value: Block, candidate: Block): boolean {
  return Object.entries(candidate).every(([key, expression]) => {
    if (!isBlock(expression) || !("constant_value" in expression)) return true;
    if (referencesOf(expression).length > 0) return true;
    return sorted(value[key]) === sorted(expression.constant_value);
  });
}

// Sets are in another order in a plan.
function sorted(value: Json | undefined): string {
  return JSON.stringify(Array.isArray(value) ? value.map(String).sort() : value) ?? "";
}

// A secret that was no literal in the configuration must not look like one.
function isHidden(key: string, expression: Json | undefined): boolean {
  return SECRET_KEY.test(key) && referencesOf(expression).some((one) => /^(var|local)\./.test(one));
}

// A plan has the text of an expression when the configuration is JSON. Otherwise it lists the
// references, the most specific first.
function expressionText(expression: Json | undefined, context: Context): string | undefined {
  const text = isBlock(expression) ? expression.constant_value : undefined;
  if (typeof text === "string" && context.prefix === "") return text;
  const references = referencesOf(expression).map((one) => inModule(one, context.prefix));
  return references.length === 0 ? undefined : `\${unknown(${references.join(", ")})}`;
}

// A known value that is another resource's attribute stays a reference to it.
function sameElsewhere(
  value: Json | undefined,
  expression: Json | undefined,
  { all, prefix }: Context,
): string | undefined {
  const [first = ""] = referencesOf(expression);
  const reference = inModule(first, prefix);
  const [, address = "", attribute = ""] =
    /^((?:data\.)?[\w-]+\.[\w-]+)\.(\w+)$/.exec(reference) ?? [];
  const isSame =
    typeof value === "string" && value !== "" && all.get(address)?.[attribute] === value;
  return isSame ? `\${${reference}}` : undefined;
}

function referencesOf(expression: Json | undefined): string[] {
  const references = isBlock(expression) ? expression.references : undefined;
  return Array.isArray(references) ? references.map(String) : [];
}

function inModule(reference: string, prefix: string): string {
  if (/^(var|local|each|count|path|module|terraform)\b/.test(reference)) return reference;
  return reference.replace(
    /^(data\.)?([\w-]+)\.([\w-]+)/,
    (_, data = "", type, name) => `${data}${type}.${prefix}${name}`,
  );
}

// Planned texts are final, so what looks like a template in them is meant literally.
function escaped(value: Json | undefined): Json | undefined {
  if (typeof value === "string") return value.replace(/[$%]\{/g, (opening) => opening[0] + opening);
  return Array.isArray(value) ? value.map((item: Json) => escaped(item) ?? null) : value;
}
