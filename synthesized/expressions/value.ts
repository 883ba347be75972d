// Values of the expression language and Terraform's automatic conversions between them.
import type { Json } from "../stack";
import type { Expression } from "./syntax";

/** An expression that has no value: Terraform would refuse it too, and `try` and `can` catch it. */
export class EvaluationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "EvaluationError";
  }
}

/** A value that only a deployment would know. `try` and `can` do not catch it. */
export class UnresolvedError extends Error {
  /** @param source the expression that has no value, and the scope it stands in */
  constructor(
    message: string,
    readonly source?: { readonly expression: Expression; readonly scope: unknown },
  ) {
    super(message);
    this.name = "UnresolvedError";
  }
}

export type JsonObject = { readonly [key: string]: Json };

/** What an object calls for an attribute it does not have, instead of "no such attribute". */
export const MISSING = Symbol("missing attribute");

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value as error messages show it: short, on one line. */
export function shown(value: Json | undefined): string {
  if (isList(value)) return `a list of ${value.length}`;
  if (isObject(value)) return "an object";
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** Converts to a string, as a template does. */
export function toText(value: Json): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return numberText(value);
  throw new EvaluationError(`a string is needed, got ${shown(value)}`);
}

export function toNumber(value: Json): number {
  if (typeof value === "number") return value;
  const text = typeof value === "string" ? value : "";
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return Number(text);
  throw new EvaluationError(`a number is needed, got ${shown(value)}`);
}

export function toBoolean(value: Json): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "1") return true;
  if (value === "false" || value === "0") return false;
  throw new EvaluationError(`true or false is needed, got ${shown(value)}`);
}

export function toList(value: Json): readonly Json[] {
  if (isList(value)) return value;
  throw new EvaluationError(`a list is needed, got ${shown(value)}`);
}

export function toObject(value: Json): JsonObject {
  if (isObject(value)) return value;
  throw new EvaluationError(`a map is needed, got ${shown(value)}`);
}

/** The keys of a map in the order in which Terraform visits them. */
export function sortedKeys(value: JsonObject): string[] {
  return Object.keys(value).sort(byCodePoint);
}

const SETS = new WeakSet<readonly Json[]>();

/** Marks a list as a set: where keys matter, its elements are their own. */
export function asSet(list: readonly Json[]): readonly Json[] {
  SETS.add(list);
  return list;
}

/** Whether a list came out of `toset` or its like. */
export function isSet(list: readonly Json[]): boolean {
  return SETS.has(list);
}

/** Orders strings as Terraform does: by bytes, whatever the language. */
export function byCodePoint(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** Whether two values are equal and of one type: `"1"` is not `1`. */
export function isEqual(a: Json, b: Json): boolean {
  if (isList(a) && isList(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index] ?? null));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key] ?? null, b[key] ?? null))
    );
  }
  return a === b;
}

/** The attribute, element or map entry of a value. */
export function at(value: Json, key: Json): Json {
  if (isList(value)) {
    const index = toNumber(key);
    if (Number.isInteger(index) && index >= 0 && index < value.length) return value[index] ?? null;
    throw new EvaluationError(`a list of ${value.length} has no element ${shown(key)}`);
  }
  if (isObject(value)) {
    const name = toText(key);
    if (Object.hasOwn(value, name)) return value[name] ?? null;
    // Terraform's JSON may write a list of one block as that block.
    if (key === 0) return value;
    const missing = (value as { [MISSING]?: (name: string) => Json })[MISSING];
    if (missing !== undefined) return missing(name);
    throw new EvaluationError(`no attribute or key "${name}"`);
  }
  throw new EvaluationError(`${shown(value)} has no attribute or element ${shown(key)}`);
}

function numberText(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value);
}
