// Replaces parts of expressions by others, and does what can be done with those at once.
import type { Json } from "../stack";
import { attempt } from "./attempt";
import { evaluate, type Scope } from "./evaluate";
import { freeNames } from "./free-names";
import { callFunction } from "./functions/function-table";
import { mapChildren } from "./map-children";
import { isTemplate, parseConfigurationString } from "./parse";
import { toJson } from "./print";
import { type Expression, SPLAT_ELEMENT } from "./syntax";
import { toBoolean, UnresolvedError } from "./value";

/** What stands in place of an expression; undefined when it stays. */
export type Replace = (expression: Expression) => Expression | undefined;

/** The expression with its parts replaced. An element of a written-out list or object is taken out. */
export function rewrite(expression: Expression, replace: Replace): Expression {
  const inside = (part: Expression) => rewrite(part, replace);
  return replace(expression) ?? reduced(mapChildren(expression, inside));
}

/** {@link rewrite} for each expression in a piece of a configuration. */
export function rewriteJson(value: Json, replace: Replace): Json {
  if (typeof value === "string") return rewriteText(value, replace);
  if (Array.isArray(value)) return value.map((item: Json) => rewriteJson(item, replace));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]): [string, Json] => [
      String(rewriteText(name, replace)),
      rewriteJson(inner, replace),
    ]),
  );
}

function rewriteText(text: string, replace: Replace): Json {
  if (!isTemplate(text)) return text;
  // What is no expression is said where it is evaluated.
  const written = attempt(() => rewrite(parseConfigurationString(text), replace));
  return written === undefined ? text : toJson(written);
}

/** The expression that stands for a piece of a configuration. */
export function expressionOfJson(value: Json): Expression {
  if (typeof value === "string") return parseConfigurationString(value);
  if (Array.isArray(value)) return { kind: "tuple", items: value.map(expressionOfJson) };
  if (typeof value !== "object" || value === null) {
    return { kind: "literal", value: value as number | boolean | null };
  }
  const items = Object.entries(value).map(
    ([name, inner]) => [expressionOfJson(name), expressionOfJson(inner)] as const,
  );
  return { kind: "object", items };
}

function reduced(expression: Expression): Expression {
  switch (expression.kind) {
    case "index":
      return elementOf(expression.of, expression.key) ?? expression;
    case "splat": {
      const { of, each } = expression;
      if (of.kind !== "tuple") return expression;
      const inRound = (item: Expression) =>
        rewrite(each, (part) =>
          part.kind === "name" && part.name === SPLAT_ELEMENT ? item : undefined,
        );
      return { kind: "tuple", items: of.items.map(inRound) };
    }
    case "conditional": {
      if (freeNames(expression.condition).size > 0) return expression;
      const taken = attempt(() => toBoolean(constantValue(expression.condition)));
      if (taken === undefined) return expression;
      return taken ? expression.whenTrue : expression.whenFalse;
    }
    default:
      return expression;
  }
}

function elementOf(of: Expression, key: Expression): Expression | undefined {
  if (key.kind !== "literal") return undefined;
  if (of.kind === "tuple") return of.items[Number(key.value)];
  if (of.kind !== "object") return undefined;
  const isWritten = of.items.every(([name]) => name.kind === "literal");
  const found = of.items.find(
    ([name]) => name.kind === "literal" && String(name.value) === String(key.value),
  );
  return isWritten ? found?.[1] : undefined;
}

/** The value of an expression without names. @throws when it depends on more than itself */
export function constantValue(expression: Expression): Json {
  return evaluate(expression, CONSTANT);
}

/** For expressions without names; what depends on more than its arguments has no value here. */
const CONSTANT: Scope = {
  lookup: notKnown,
  call: (name, args) =>
    callFunction(name, args, {
      files: { read: notKnown, list: notKnown },
      now: 0,
      renderTemplate: notKnown,
    }),
};

function notKnown(what: string): never {
  throw new UnresolvedError(`${what} is not known here`);
}
