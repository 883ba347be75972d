// What a variable's type does to its value: conversions, and the attributes that may be left out.
import { evaluate, type Scope } from "../expressions/evaluate";
import { callFunction } from "../expressions/functions/function-table";
import { parseExpression } from "../expressions/parse";
import type { Expression } from "../expressions/syntax";
import {
  EvaluationError,
  isList,
  isObject,
  toBoolean,
  toNumber,
  toText,
} from "../expressions/value";
import type { Json } from "../stack";

const NO_FILES = { read: () => new Uint8Array(), list: () => [] };
const CONTEXT = { files: NO_FILES, now: 0, renderTemplate: () => "" };

/** Types and their defaults are constant: no name means anything in them. */
const SCOPE: Scope = {
  lookup: (name) => {
    throw new EvaluationError(`a type knows no name "${name}"`);
  },
  call: (name, args) => callFunction(name, args, CONTEXT),
};

/** Whether a variable of a type, or of none, takes text as it is. */
export function takesText(type: Json | undefined): boolean {
  return type === undefined || /^(\$\{)?(string|any)\}?$/.test(String(type));
}

/**
 * A value as a variable of a type has it. What does not fit stays as it is: Terraform refuses it,
 * but it is not this project's task to say so.
 *
 * @param type such as `list(object({ name = string, tags = optional(list(string), []) }))`
 * @see https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
export function withType(value: Json, type: string): Json {
  const text = /^\$\{(.*)\}$/s.exec(type)?.[1] ?? type;
  if (text.trim() === "") return value;
  try {
    return converted(value, parseExpression(text));
  } catch {
    return value;
  }
}

function converted(value: Json, type: Expression): Json {
  if (value === null) return null;
  if (type.kind === "name") return primitive(value, type.name);
  if (type.kind !== "call") return value;
  const [inside] = type.args;
  if (inside === undefined) return value;
  switch (type.name) {
    case "list":
      return isList(value) ? value.map((item) => converted(item, inside)) : value;
    case "set":
      return isList(value)
        ? callFunction("toset", [value.map((item) => converted(item, inside))], CONTEXT)
        : value;
    case "map":
      return isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, item]) => [key, converted(item, inside)]),
          )
        : value;
    case "tuple":
      return isList(value) && inside.kind === "tuple"
        ? value.map((item, index) => converted(item, inside.items[index] ?? inside))
        : value;
    case "object":
      return isObject(value) && inside.kind === "object"
        ? Object.fromEntries(
            inside.items.flatMap(([key, attribute]) => attributeOf(value, key, attribute)),
          )
        : value;
    default:
      return value;
  }
}

/** The attribute of an object; one that is missing and not optional stays missing. */
function attributeOf(
  value: { readonly [key: string]: Json },
  key: Expression,
  type: Expression,
): (readonly [string, Json])[] {
  const name = toText(evaluate(key, SCOPE));
  const given = Object.hasOwn(value, name) ? (value[name] ?? null) : undefined;
  if (type.kind !== "call" || type.name !== "optional") {
    return given === undefined ? [] : [[name, converted(given, type)]];
  }
  const [inside = type, fallback] = type.args;
  const left = fallback === undefined ? null : evaluate(fallback, SCOPE);
  return [[name, converted(given ?? left, inside)]];
}

function primitive(value: Json, name: string): Json {
  if (name === "string") return toText(value);
  if (name === "number") return toNumber(value);
  return name === "bool" ? toBoolean(value) : value;
}
