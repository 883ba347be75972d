// All functions of the expression language that are known here.
import type { Json } from "../../stack";
import { EvaluationError, UnresolvedError } from "../value";
import { byteFunctions } from "./byte-functions";
import { collectionFunctions } from "./collection-functions";
import type { FunctionContext, FunctionTable } from "./define";
import { networkFunctions } from "./network-functions";
import { patternFunctions } from "./pattern-functions";
import { plainFunctions } from "./plain-functions";
import { stringFunctions } from "./string-functions";
import { timeFunctions } from "./time-functions";

const FUNCTIONS: FunctionTable = {
  ...byteFunctions,
  ...collectionFunctions,
  ...networkFunctions,
  ...patternFunctions,
  ...plainFunctions,
  ...stringFunctions,
  ...timeFunctions,
};

/**
 * Calls a function by its name. `try` and `can` are not among them: they look before they evaluate.
 *
 * @throws `UnresolvedError` when the function is not known here, `EvaluationError` when it has no value
 */
export function callFunction(name: string, args: readonly Json[], context: FunctionContext): Json {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (known === undefined) throw new UnresolvedError(`the function ${name} is not supported`);
  if (args.length < known.least || args.length > known.most) {
    const most = known.most === Number.POSITIVE_INFINITY ? "or more" : `to ${known.most}`;
    throw new EvaluationError(`${name} takes ${known.least} ${most} arguments, got ${args.length}`);
  }
  try {
    return known.call(args, context);
  } catch (error) {
    const isNamed = error instanceof EvaluationError && error.message.includes(name);
    if (isNamed || error instanceof UnresolvedError || !(error instanceof Error)) throw error;
    throw new EvaluationError(`${name}: ${error.message}`);
  }
}
