// What an expression says in one round of a loop: the names of the loop replaced by their values.

import type { Json } from "../stack";
import { attempt } from "./attempt";
import { evaluate, type Scope } from "./evaluate";
import { freeNames } from "./free-names";
import { mapChildren } from "./map-children";
import type { Expression, ForExpression } from "./syntax";
import { at, isList, isObject, UnresolvedError } from "./value";

/**
 * The expression with the inner names of a scope (`each`, `count`, iterators) replaced: by their
 * values, or by the expressions of those that only a deployment knows. All other names stay.
 */
export function specialize(expression: Expression, scope: Scope): Expression {
  const isInner = (name: string) => scope.isInner?.(name) === true;
  const names = [...freeNames(expression)];
  if (!names.some(isInner)) return expression;
  if (names.every(isInner)) {
    const known = attempt(() => expressionOf(evaluate(expression, scope)));
    if (known !== undefined) return known;
  }
  return inParts(expression, scope);
}

/** What is known of the parts of an expression that is not known as a whole. */
function inParts(expression: Expression, scope: Scope): Expression {
  const inside = (part: Expression) => specialize(part, scope);
  switch (expression.kind) {
    case "literal":
      return expression;
    case "name":
      return attempt(() => readable(() => scope.lookup(expression.name))) ?? expression;
    case "joined":
      return { ...expression, loop: inFor(expression.loop, scope) };
    case "index":
      return (
        attempt(() => element(expression.of, expression.key, scope)) ?? {
          ...expression,
          of: inside(expression.of),
          key: inside(expression.key),
        }
      );
    case "call":
      return (
        attempt(() => lookedUp(expression, scope)) ?? {
          ...expression,
          args: expression.args.map(inside),
        }
      );
    case "conditional": {
      const [condition, whenTrue, whenFalse] = [
        inside(expression.condition),
        inside(expression.whenTrue),
        inside(expression.whenFalse),
      ];
      if (condition.kind !== "literal") return { ...expression, condition, whenTrue, whenFalse };
      return condition.value === true ? whenTrue : whenFalse;
    }
    case "for":
      return inFor(expression, scope);
    default:
      return mapChildren(expression, inside);
  }
}

/** An element that is an expression itself, in a container that is known. */
function element(of: Expression, key: Expression, scope: Scope): Expression {
  const container = evaluate(of, scope);
  const name = evaluate(key, scope);
  return readable(() => at(container, name));
}

/** `lookup(map, key, …)` is the element, whatever else the map holds. */
function lookedUp(
  { name, args }: Extract<Expression, { kind: "call" }>,
  scope: Scope,
): Expression | undefined {
  const [of, key] = args;
  const isElement = name === "lookup" && of !== undefined && key !== undefined;
  return isElement ? element(of, key, scope) : undefined;
}

function inFor(loop: ForExpression, scope: Scope): ForExpression {
  const own = [loop.keyName, loop.valueName];
  const around: Scope = {
    ...scope,
    isInner: (name) => !own.includes(name) && scope.isInner?.(name) === true,
  };
  const inside = (part: Expression) => specialize(part, around);
  return {
    ...loop,
    collection: specialize(loop.collection, scope),
    value: inside(loop.value),
    key: loop.key === undefined ? undefined : inside(loop.key),
    condition: loop.condition === undefined ? undefined : inside(loop.condition),
  };
}

/** A value as an expression; inside it, what only a deployment knows is the expression it has. */
function expressionOf(value: Json): Expression {
  if (isList(value)) {
    const items = Array.from({ length: value.length }, (_, index) =>
      readable(() => value[index] ?? null),
    );
    return { kind: "tuple", items };
  }
  if (!isObject(value))
    return { kind: "literal", value: value as string | number | boolean | null };
  const items = Object.keys(value).map(
    (key) => [{ kind: "literal", value: key }, readable(() => value[key] ?? null)] as const,
  );
  return { kind: "object", items };
}

function readable(read: () => Json): Expression {
  try {
    return expressionOf(read());
  } catch (error) {
    if (!(error instanceof UnresolvedError) || error.source === undefined) throw error;
    const { expression, scope } = error.source;
    return specialize(expression, scope as Scope);
  }
}
