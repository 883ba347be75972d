// The values that the variables of a module have in one call of it.
import { parseExpression } from "../expressions/parse";
import { expressionOfJson } from "../expressions/rewrite";
import type { Expression } from "../expressions/syntax";
import type { Block, Json, SynthesizedStack } from "../stack";

/** By name; a variable without argument and default is missing. */
export function argumentsOf(module: SynthesizedStack, call: Block): Map<string, Expression> {
  const values = new Map<string, Expression>();
  for (const [name, declared] of Object.entries(module.variable ?? {})) {
    const value = givenOrDefault(declared, call[name]);
    if (value === undefined) continue;
    values.set(name, completed(expressionOfJson(value), typeOf(declared)));
  }
  return values;
}

/** The argument, or the default. */
function givenOrDefault({ nullable, default: fallback }: Block, given: Json | undefined) {
  const isLeftOut = given === undefined || (given === null && nullable === false);
  return isLeftOut ? fallback : given;
}

function typeOf({ type }: Block): Expression | undefined {
  if (typeof type !== "string") return undefined;
  try {
    return parseExpression(/^\$\{(.*)\}$/s.exec(type)?.[1] ?? type);
  } catch {
    return undefined;
  }
}

/** A value with the attributes that its type lets a caller leave out; a list is a set where it says so. */
function completed(value: Expression, type: Expression | undefined): Expression {
  if (type?.kind !== "call") return value;
  const [inside] = type.args;
  if (type.name === "object") return inside?.kind === "object" ? withLeftOut(value, inside) : value;
  if (type.name === "map" && value.kind === "object") {
    const items = value.items.map(([key, item]) => [key, completed(item, inside)] as const);
    return { ...value, items };
  }
  if (value.kind !== "tuple") return value;
  const list = { ...value, items: value.items.map((item) => completed(item, inside)) };
  return type.name === "set"
    ? { kind: "call", name: "toset", args: [list], spreadLast: false }
    : list;
}

function withLeftOut(value: Expression, type: Extract<Expression, { kind: "object" }>): Expression {
  if (value.kind !== "object") return value;
  const given = new Map(value.items.map(([key, item]) => [nameOf(key), item]));
  const items = type.items.flatMap(([key, attribute]) => {
    const item = given.get(nameOf(key));
    const isOptional = attribute.kind === "call" && attribute.name === "optional";
    if (!isOptional) return item === undefined ? [] : [[key, completed(item, attribute)] as const];
    const [inside, fallback = NULL] = attribute.args;
    return [[literal(nameOf(key)), completed(item ?? fallback, inside)] as const];
  });
  return { kind: "object", items: items.map(([key, item]) => [literal(nameOf(key)), item]) };
}

const NULL: Expression = { kind: "literal", value: null };

const literal = (value: string): Expression => ({ kind: "literal", value });

function nameOf(key: Expression): string {
  if (key.kind === "name") return key.name;
  return key.kind === "literal" ? String(key.value) : "";
}
