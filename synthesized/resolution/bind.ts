// Raw JSON of the configuration together with the scope in which its expressions mean something.
import { evaluate, type Scope, withNames } from "../expressions/evaluate";
import { bareName, isTemplate, parseConfigurationString } from "../expressions/parse";
import type { Expression } from "../expressions/syntax";
import {
  EvaluationError,
  isList,
  isObject,
  isSet,
  sortedKeys,
  toText,
  UnresolvedError,
} from "../expressions/value";
import { type Block, blocks, isBlock, type Json } from "../stack";
import { type Guard, lazyList, lazyObject } from "./lazy";
import type { Overrides } from "./paths";

/** A piece of the configuration that is not evaluated yet. */
export interface Bound {
  readonly raw: Json;
  readonly scope: Scope;
}

/** Nested blocks of which some are `dynamic`. */
export interface Expandable {
  readonly raw: Json;
  /** The blocks, in order. @throws when a `for_each` cannot be resolved */
  readonly expand: () => Bound[];
}

/** What evaluating a configuration needs besides a scope. */
export interface Evaluation {
  readonly guard: Guard;
  readonly overrides: Overrides;
  parse(text: string): Expression;
}

/** Parses each text once: stacks repeat the same reference many times. */
export function createParser(): (text: string) => Expression {
  const parsed = new Map<string, Expression>();
  return (text) => {
    const known = parsed.get(text) ?? parseConfigurationString(text);
    parsed.set(text, known);
    return known;
  };
}

/** The value of one string of the configuration. */
export function valueOfText(text: string, scope: Scope, { parse }: Evaluation): Json {
  return isTemplate(text) ? evaluate(parse(text), scope) : text;
}

/** The value of a string; an error for one that has none carries its expression. */
function namingSource(text: string, scope: Scope, evaluation: Evaluation): Json {
  try {
    return valueOfText(text, scope, evaluation);
  } catch (error) {
    if (!(error instanceof UnresolvedError)) throw error;
    throw new UnresolvedError(error.message, { expression: evaluation.parse(text), scope });
  }
}

/** The value of a piece of the configuration; what is inside it is evaluated on demand. */
export function lazyValue({ raw, scope }: Bound, path: string, evaluation: Evaluation): Json {
  const override = evaluation.overrides.at(path);
  if (override !== undefined) return override;
  if (typeof raw === "string") {
    return evaluation.guard(path, () => namingSource(raw, scope, evaluation));
  }
  if (isList(raw)) {
    return lazyList(raw.length, (index) =>
      lazyValue({ raw: raw[index] ?? null, scope }, `${path}.${index}`, evaluation),
    );
  }
  if (!isBlock(raw)) return raw;
  const children = childrenOf(raw, scope, path, evaluation);
  return lazyObject(children.keys(), (key) =>
    lazyChild(children.get(key), `${path}.${key}`, evaluation),
  );
}

/** The value of one entry of {@link childrenOf}; null when there is none. */
export function lazyChild(
  child: Bound | Expandable | undefined,
  path: string,
  evaluation: Evaluation,
): Json {
  if (child === undefined) return null;
  if ("scope" in child) return lazyValue(child, path, evaluation);
  const expanded = child.expand();
  return lazyList(expanded.length, (index) =>
    lazyChild(expanded[index], `${path}.${index}`, evaluation),
  );
}

/** The attributes and nested blocks of a block: names evaluated, `dynamic` blocks to be expanded. */
export function childrenOf(
  block: Block,
  scope: Scope,
  path: string,
  evaluation: Evaluation,
): Map<string, Bound | Expandable> {
  const children = new Map<string, Bound | Expandable>();
  const dynamic = dynamicOf(block);
  for (const [name, raw] of Object.entries(block)) {
    if (name === "dynamic" && dynamic !== undefined) continue;
    children.set(toText(valueOfText(name, scope, evaluation)), { raw, scope });
  }
  for (const [label, raw] of Object.entries(dynamic ?? {})) {
    const place = `${path}.dynamic.${label}`;
    const expand = () => [
      ...blocks(block[label]).map((fixed): Bound => ({ raw: fixed, scope })),
      ...blocks(raw).flatMap((one) => expandDynamic(label, one, { raw, scope }, place, evaluation)),
    ];
    children.set(label, { raw, expand });
  }
  return children;
}

/** The names of a block's attributes and nested blocks, as far as they need no evaluation. */
export function namesIn(block: Block): string[] {
  const dynamic = dynamicOf(block);
  if (dynamic === undefined) return Object.keys(block);
  const names = Object.keys(block).filter((name) => name !== "dynamic");
  return [...names, ...Object.keys(dynamic)];
}

/** The `dynamic` blocks by label; undefined when `dynamic` is an ordinary attribute or missing. */
function dynamicOf({ dynamic }: Block): Block | undefined {
  if (dynamic === undefined) return undefined;
  const byLabel = isBlock(dynamic) ? dynamic : gathered(blocks(dynamic));
  const declared = Object.values(byLabel).flatMap(blocks);
  const isDynamic = declared.every((one) => "for_each" in one && "content" in one);
  return isDynamic && declared.length > 0 ? byLabel : undefined;
}

/** The blocks of a list by label: a label may be in several of its objects. */
function gathered(list: readonly Block[]): Block {
  const byLabel: Record<string, Block[]> = {};
  for (const [label, declared] of list.flatMap((one) => Object.entries(one))) {
    byLabel[label] = [...(byLabel[label] ?? []), ...blocks(declared)];
  }
  return byLabel;
}

function expandDynamic(
  label: string,
  dynamic: Block,
  { scope }: Bound,
  path: string,
  evaluation: Evaluation,
): Bound[] {
  const { iterator = label, content = {}, for_each = [] } = dynamic;
  const name = bareName(toText(iterator));
  const collection = lazyValue({ raw: for_each, scope }, `${path}.for_each`, evaluation);
  return entriesOf(collection).flatMap(([key, value]) => {
    const each = lazyObject(["key", "value"], (one) => (one === "key" ? key() : value()));
    const inside = withNames(scope, { [name]: each });
    return blocks(content).map((raw): Bound => ({ raw, scope: inside }));
  });
}

function entriesOf(collection: Json): (readonly [key: () => Json, value: () => Json])[] {
  if (isList(collection)) {
    const isOwnKey = isSet(collection);
    // Not `map`, which would compute every element.
    return Array.from({ length: collection.length }, (_, index) => {
      const value = () => collection[index] ?? null;
      return [isOwnKey ? value : () => index, value] as const;
    });
  }
  if (isObject(collection)) {
    return sortedKeys(collection).map((key) => [() => key, () => collection[key] ?? null] as const);
  }
  throw new EvaluationError("for_each of a dynamic block needs a list or a map");
}
