// Values of variables in the environment, `TF_VAR_name`.
import { attempt } from "../expressions/attempt";
import { parseExpression } from "../expressions/parse";
import { constantValue } from "../expressions/rewrite";
import { takesText } from "../resolution/variable-type";
import { plain } from "../resolution/write-out";
import type { Block, Json, SynthesizedStack } from "../stack";

/** What the environment may hold. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The values of declared variables that the environment has: text, or an expression for a variable
 * of another type.
 *
 * @see https://developer.hashicorp.com/terraform/language/values/variables#environment-variables
 */
export function environmentValues(
  { variable = {} }: Pick<SynthesizedStack, "variable">,
  environment: Environment,
): Block {
  const given = Object.entries(variable).flatMap(([name, { type }]): [string, Json][] => {
    const text = environment[`TF_VAR_${name}`];
    if (text === undefined) return [];
    const value = takesText(type)
      ? text
      : attempt(() => plain(constantValue(parseExpression(text))));
    return [[name, value ?? text]];
  });
  return Object.fromEntries(given);
}
