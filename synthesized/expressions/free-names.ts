// The names that an expression takes from around it.
import { type Expression, type ForExpression, SPLAT_ELEMENT } from "./syntax";

/** Every name that the expression does not bind itself, as `k` and `v` of a `for` are. */
export function freeNames(expression: Expression): ReadonlySet<string> {
  switch (expression.kind) {
    case "literal":
      return new Set();
    case "name":
      return new Set(expression.name === SPLAT_ELEMENT ? [] : [expression.name]);
    case "template":
      return union(expression.parts);
    case "joined":
      return ofFor(expression.loop);
    case "index":
      return union([expression.of, expression.key]);
    case "splat":
      return union([expression.of, expression.each]);
    case "call":
      return union(expression.args);
    case "conditional":
      return union([expression.condition, expression.whenTrue, expression.whenFalse]);
    case "unary":
      return freeNames(expression.operand);
    case "binary":
      return union([expression.left, expression.right]);
    case "tuple":
      return union(expression.items);
    case "object":
      return union(expression.items.flat());
    case "for":
      return ofFor(expression);
  }
}

function ofFor({ keyName, valueName, collection, key, value, condition }: ForExpression) {
  const each = [key, value, condition].filter((part) => part !== undefined);
  const inside = [...union(each)].filter((name) => name !== keyName && name !== valueName);
  return new Set([...freeNames(collection), ...inside]);
}

function union(expressions: readonly Expression[]): ReadonlySet<string> {
  return new Set(expressions.flatMap((expression) => [...freeNames(expression)]));
}
