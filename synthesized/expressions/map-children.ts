// Goes one step down a syntax tree.
import type { Expression, ForExpression } from "./syntax";

/** The expression with each of its direct parts replaced. */
export function mapChildren(
  expression: Expression,
  map: (part: Expression) => Expression,
): Expression {
  switch (expression.kind) {
    case "literal":
    case "name":
      return expression;
    case "template":
      return { ...expression, parts: expression.parts.map(map) };
    case "joined":
      return { ...expression, loop: mapFor(expression.loop, map) };
    case "index":
      return { ...expression, of: map(expression.of), key: map(expression.key) };
    case "splat":
      return { ...expression, of: map(expression.of), each: map(expression.each) };
    case "call":
      return { ...expression, args: expression.args.map(map) };
    case "conditional":
      return {
        ...expression,
        condition: map(expression.condition),
        whenTrue: map(expression.whenTrue),
        whenFalse: map(expression.whenFalse),
      };
    case "unary":
      return { ...expression, operand: map(expression.operand) };
    case "binary":
      return { ...expression, left: map(expression.left), right: map(expression.right) };
    case "tuple":
      return { ...expression, items: expression.items.map(map) };
    case "object":
      return {
        ...expression,
        items: expression.items.map(([key, value]) => [map(key), map(value)] as const),
      };
    case "for":
      return mapFor(expression, map);
  }
}

function mapFor(loop: ForExpression, map: (part: Expression) => Expression): ForExpression {
  const optional = (part: Expression | undefined) => (part === undefined ? undefined : map(part));
  return {
    ...loop,
    collection: map(loop.collection),
    value: map(loop.value),
    key: optional(loop.key),
    condition: optional(loop.condition),
  };
}
