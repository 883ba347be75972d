// Evaluates a syntax tree: what the expression language means, apart from its functions.
import type { Json } from "../stack";
import { applyBinary } from "./operators";
import { listOf, type Outcome, objectOf, outcomeOf } from "./outcome";
import { type Expression, type ForExpression, SPLAT_ELEMENT } from "./syntax";
import {
  at,
  EvaluationError,
  isList,
  isObject,
  shown,
  sortedKeys,
  toBoolean,
  toList,
  toNumber,
  toText,
} from "./value";

/** What the names in an expression mean. */
export interface Scope {
  /** The value of a name such as `var`, `aws_s3_bucket` or `each`; it may compute its attributes when asked. */
  lookup(name: string): Json;
  call(name: string, args: readonly Json[]): Json;
  /** Whether a name means something in this place only, as `each` and an iterator do. */
  isInner?(name: string): boolean;
}

/**
 * The value of an expression.
 *
 * Only what the value needs is evaluated: the branch not taken may be unresolvable.
 *
 * @throws {@link EvaluationError} when Terraform would refuse it, `UnresolvedError` from the scope
 */
export function evaluate(expression: Expression, scope: Scope): Json {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template":
      return expression.parts.map((part) => templateText(evaluate(part, scope))).join("");
    case "joined":
      return toList(evaluateFor(expression.loop, scope)).map(templateText).join("");
    case "name":
      return scope.lookup(expression.name);
    case "index":
      return at(evaluate(expression.of, scope), evaluate(expression.key, scope));
    case "splat":
      return splat(evaluate(expression.of, scope), expression.each, scope);
    case "call":
      return call(expression, scope);
    case "conditional":
      return conditional(expression, scope);
    case "unary": {
      const operand = evaluate(expression.operand, scope);
      return expression.operator === "!" ? !toBoolean(operand) : -toNumber(operand);
    }
    case "binary":
      return applyBinary(
        expression.operator,
        () => evaluate(expression.left, scope),
        () => evaluate(expression.right, scope),
      );
    case "tuple":
      return listOf(expression.items.map((item) => outcome(item, scope)));
    case "object":
      return objectOf(
        expression.items.map(([key, value]) => [
          toText(evaluate(key, scope)),
          outcome(value, scope),
        ]),
      );
    case "for":
      return evaluateFor(expression, scope);
  }
}

const outcome = (expression: Expression, scope: Scope) =>
  outcomeOf(expression, scope, () => evaluate(expression, scope));

function templateText(value: Json): string {
  if (value === null) throw new EvaluationError("a template holds null, which has no text");
  return toText(value);
}

function splat(source: Json, each: Expression, scope: Scope): Json {
  const elements = isList(source) ? source : source === null ? [] : [source];
  return elements.map((element) => evaluate(each, withNames(scope, { [SPLAT_ELEMENT]: element })));
}

function call(
  { name, args, spreadLast }: Extract<Expression, { kind: "call" }>,
  scope: Scope,
): Json {
  if (name === "try") return firstThatWorks(args, scope);
  if (name === "can") return works(args, scope);
  const values = args.map((arg) => evaluate(arg, scope));
  const last = spreadLast ? values.pop() : undefined;
  return scope.call(name, last === undefined ? values : [...values, ...toList(last)]);
}

function firstThatWorks(args: readonly Expression[], scope: Scope): Json {
  let problem = "it has no argument";
  for (const arg of args) {
    try {
      return evaluate(arg, scope);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      problem = error.message;
    }
  }
  throw new EvaluationError(`no argument of try works: ${problem}`);
}

function works(args: readonly Expression[], scope: Scope): boolean {
  try {
    for (const arg of args) evaluate(arg, scope);
    return true;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

function conditional(
  { condition, whenTrue, whenFalse }: Extract<Expression, { kind: "conditional" }>,
  scope: Scope,
): Json {
  const taken = toBoolean(evaluate(condition, scope));
  const value = evaluate(taken ? whenTrue : whenFalse, scope);
  // Both branches have one type: next to a string, a number or a boolean becomes one.
  const isTextBeside = isText(taken ? whenFalse : whenTrue);
  const isPlain = typeof value === "number" || typeof value === "boolean";
  return isTextBeside && isPlain ? toText(value) : value;
}

function isText(expression: Expression): boolean {
  if (expression.kind === "literal") return typeof expression.value === "string";
  return expression.kind === "template" || expression.kind === "joined";
}

function evaluateFor(loop: ForExpression, scope: Scope): Json {
  const rounds = entriesOf(evaluate(loop.collection, scope)).map(([key, value]) => {
    const names = loop.keyName === undefined ? {} : { [loop.keyName]: key };
    // Read when it is named: an element that is not known hides no other.
    return withNames(scope, Object.defineProperty(names, loop.valueName, { get: value }));
  });
  const { key, condition } = loop;
  const kept =
    condition === undefined
      ? rounds
      : rounds.filter((round) => toBoolean(evaluate(condition, round)));
  if (key === undefined) return listOf(kept.map((round) => outcome(loop.value, round)));

  const result = new Map<string, Outcome>();
  const groups = new Map<string, readonly Outcome[]>();
  for (const round of kept) {
    const name = toText(evaluate(key, round));
    const value = outcome(loop.value, round);
    const before = result.get(name);
    if (before !== undefined && !loop.grouped) {
      throw new EvaluationError(`two elements of a for expression have the key "${name}"`);
    }
    groups.set(name, [...(groups.get(name) ?? []), value]);
    result.set(name, value);
  }
  return loop.grouped
    ? objectOf(Array.from(groups, ([name, all]) => [name, { value: listOf(all) }]))
    : objectOf(result);
}

/** Keys and values in Terraform's order: the indexes of a list, the sorted keys of a map. */
function entriesOf(collection: Json): (readonly [key: Json, value: () => Json])[] {
  if (isList(collection)) {
    return Array.from({ length: collection.length }, (_, index) => [
      index,
      () => collection[index] ?? null,
    ]);
  }
  if (isObject(collection)) {
    return sortedKeys(collection).map((key) => [key, () => at(collection, key)]);
  }
  throw new EvaluationError(`a for expression needs a list or a map, got ${shown(collection)}`);
}

/** The scope with some names more, which hide those outside. */
export function withNames(scope: Scope, names: { readonly [name: string]: Json }): Scope {
  return {
    lookup: (name) => (Object.hasOwn(names, name) ? (names[name] ?? null) : scope.lookup(name)),
    call: scope.call,
    isInner: (name) => Object.hasOwn(names, name) || scope.isInner?.(name) === true,
  };
}
