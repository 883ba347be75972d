// The parser of Terraform's expressions: operators by precedence, and the door for templates in JSON.
//
// A parser of its own, by measurement: `@cdktf/hcl2json` starts a Go runtime (0.15 s, 90 MB) and then
// takes 1.6 ms an expression, too slow for a stack of 500 files, and its tree loses splats.
import { Cursor } from "./cursor";
import { parseTemplate } from "./parse-template";
import { parseTerm } from "./parse-term";
import type { BinaryOperator, Expression } from "./syntax";

// From the loosest to the tightest; within a level the longer operator first.
const LEVELS: readonly (readonly BinaryOperator[])[] = [
  ["||"],
  ["&&"],
  ["==", "!="],
  ["<=", ">=", "<", ">"],
  ["+", "-"],
  ["*", "/", "%"],
];

/** Whether a string of a Terraform JSON configuration holds more than literal text. */
export function isTemplate(text: string): boolean {
  return text.includes("${") || text.includes("%{");
}

/**
 * A name where Terraform reads one instead of text, such as a provider: older configurations and
 * converters write it as an expression, `${aws.east}`.
 */
export function bareName(text: string): string {
  return text.replace(/^\$\{(.*)\}$/, "$1");
}

/**
 * Parses a string of a Terraform JSON configuration.
 *
 * @throws {@link ExpressionSyntaxError} when the text is no template
 */
export function parseConfigurationString(text: string): Expression {
  return parseTemplate(new Cursor(text), parseConditional, { quoted: false });
}

/**
 * Parses an expression without `${` and `}` around it.
 *
 * @throws {@link ExpressionSyntaxError} when the text is no expression
 */
export function parseExpression(text: string): Expression {
  const cursor = new Cursor(text);
  const expression = parseConditional(cursor);
  cursor.skipSpace();
  if (!cursor.atEnd) cursor.fail("the end");
  return expression;
}

function parseConditional(cursor: Cursor): Expression {
  const condition = parseBinary(cursor, 0);
  if (!cursor.takesNext("?")) return condition;
  const whenTrue = parseConditional(cursor);
  cursor.expect(":");
  return { kind: "conditional", condition, whenTrue, whenFalse: parseConditional(cursor) };
}

function parseBinary(cursor: Cursor, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(cursor);
  let left = parseBinary(cursor, level + 1);
  for (;;) {
    cursor.skipSpace();
    // `=>` ends the key of a `for`, and `~}` and `%{` belong to the template around.
    const operator = operators.find((candidate) => cursor.takes(candidate));
    if (operator === undefined) return left;
    left = { kind: "binary", operator, left, right: parseBinary(cursor, level + 1) };
  }
}

function parseUnary(cursor: Cursor): Expression {
  cursor.skipSpace();
  for (const operator of ["!", "-"] as const) {
    if (cursor.takes(operator)) return { kind: "unary", operator, operand: parseUnary(cursor) };
  }
  return parseTerm(cursor, parseConditional);
}
