// Writes a syntax tree as text again, as a string of a Terraform JSON configuration.
import type { Json } from "../stack";
import type { Expression, ForExpression } from "./syntax";

/** The JSON that stands for an expression: plain where it is literal, `${…}` where it is not. */
export function toJson(expression: Expression): Json {
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "string" ? escaped(expression.value) : expression.value;
    case "tuple":
      return expression.items.map(toJson);
    case "template":
      return expression.parts.map(partText).join("");
    case "object": {
      const keys = expression.items.map(([key]) => key);
      if (!keys.every(({ kind }) => kind === "literal")) break;
      return Object.fromEntries(
        expression.items.map(([key, value]) => [partText(key), toJson(value)]),
      );
    }
  }
  return partText(expression);
}

/** Literal text of a configuration: what would start a sequence is doubled. */
function escaped(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}

function partText(part: Expression): string {
  return part.kind === "literal" ? escaped(String(part.value)) : `\${${print(part)}}`;
}

/** An expression without `${` and `}` around it. */
function print(expression: Expression): string {
  switch (expression.kind) {
    case "literal":
      return JSON.stringify(
        typeof expression.value === "string" ? escaped(expression.value) : expression.value,
      );
    case "template":
      return `"${expression.parts.map(quotedPart).join("")}"`;
    case "joined":
      return `join("", ${print(expression.loop)})`;
    case "name":
      // The element of a splat is named as it is written.
      return expression.name;
    case "index":
      return `${operand(expression.of)}${keyText(expression)}`;
    case "splat":
      return `${operand(expression.of)}${print(expression.each)}`;
    case "call": {
      const args = expression.args.map(print).join(", ");
      return `${expression.name}(${args}${expression.spreadLast ? "..." : ""})`;
    }
    case "conditional":
      return `${operand(expression.condition)} ? ${operand(expression.whenTrue)} : ${operand(expression.whenFalse)}`;
    case "unary":
      return `${expression.operator}${operand(expression.operand)}`;
    case "binary":
      return `${operand(expression.left)} ${expression.operator} ${operand(expression.right)}`;
    case "tuple":
      return `[${expression.items.map(print).join(", ")}]`;
    case "object":
      return `{${expression.items.map(([key, value]) => `(${print(key)}) = ${print(value)}`).join(", ")}}`;
    case "for":
      return forText(expression);
  }
}

function forText({
  keyName,
  valueName,
  collection,
  key,
  value,
  condition,
  grouped,
}: ForExpression) {
  const names = keyName === undefined ? valueName : `${keyName}, ${valueName}`;
  const what =
    key === undefined ? print(value) : `${print(key)} => ${print(value)}${grouped ? "..." : ""}`;
  const filter = condition === undefined ? "" : ` if ${print(condition)}`;
  const text = `for ${names} in ${print(collection)} : ${what}${filter}`;
  return key === undefined ? `[${text}]` : `{${text}}`;
}

function quotedPart(part: Expression): string {
  return part.kind === "literal" && typeof part.value === "string"
    ? print(part).slice(1, -1)
    : partText(part);
}

/** A part of a larger expression; what has operators is put in parentheses. */
function operand(expression: Expression): string {
  const isLoose = ["binary", "conditional", "unary"].includes(expression.kind);
  return isLoose ? `(${print(expression)})` : print(expression);
}

function keyText({ key, isBracketed }: Extract<Expression, { kind: "index" }>): string {
  const isName = key.kind === "literal" && typeof key.value === "string";
  return isName && !isBracketed ? `.${key.value}` : `[${print(key)}]`;
}
