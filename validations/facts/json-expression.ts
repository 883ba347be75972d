// JSON that a configuration writes with `jsonencode`, read although parts of it are not known.
import { evaluate, type Scope } from "../../synthesized/expressions/evaluate";
import { parseConfigurationString } from "../../synthesized/expressions/parse";
import type { Expression } from "../../synthesized/expressions/syntax";
import { plain } from "../../synthesized/resolution/write-out";
import type { Json, SynthesizedStack } from "../../synthesized/stack";
import { scopeOf } from "./expression";
import { expressionsIn } from "./reference";
import { knownIn, UNKNOWN, type Unknown } from "./value";

/**
 * The JSON of an attribute: a literal text, or the argument of `jsonencode`.
 *
 * A value that is known only after `apply` stands there as the expression it comes from, such as
 * `${aws_s3_bucket.site.arn}/*`.
 */
export function jsonOf(stack: SynthesizedStack, text: string): Json | Unknown {
  try {
    return JSON.parse(withQuotesEscaped(text)) as Json;
  } catch {
    return encodedJson(stack, text);
  }
}

/** The text with its expressions as JSON has them: `${site["a"].arn}` has quotes of its own. */
function withQuotesEscaped(text: string): string {
  return expressionsIn(text)
    .filter((expression) => expression.includes('"') && !expression.includes('\\"'))
    .reduce((all, one) => all.replaceAll(one, () => JSON.stringify(one).slice(1, -1)), text);
}

function encodedJson(stack: SynthesizedStack, text: string): Json | Unknown {
  if (!text.startsWith("${")) return UNKNOWN;
  try {
    const expression = parseConfigurationString(text);
    const [argument] =
      expression.kind === "call" && expression.name === "jsonencode" ? expression.args : [];
    return argument === undefined ? UNKNOWN : written(argument, scopeOf(stack, knownIn(stack)));
  } catch {
    // No expression of Terraform's: another rule says so.
    return UNKNOWN;
  }
}

/** The value of an expression, with what is not known in it as text. */
function written(expression: Expression, scope: Scope): Json {
  if (expression.kind === "tuple") return expression.items.map((item) => written(item, scope));
  if (expression.kind === "object") {
    return Object.fromEntries(
      expression.items.map(([key, value]) => [String(written(key, scope)), written(value, scope)]),
    );
  }
  if (expression.kind === "template") {
    return expression.parts.map((part) => String(written(part, scope))).join("");
  }
  try {
    return plain(evaluate(expression, scope));
  } catch {
    return `\${${nameOf(expression)}}`;
  }
}

function nameOf(expression: Expression): string {
  if (expression.kind === "name") return expression.name;
  if (expression.kind !== "index" || expression.key.kind !== "literal") return expression.kind;
  return `${nameOf(expression.of)}.${String(expression.key.value)}`;
}
