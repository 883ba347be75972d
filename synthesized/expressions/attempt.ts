// Tells what is wrong with a configuration from what is wrong with this program.
import { ExpressionSyntaxError } from "./cursor";
import { EvaluationError, UnresolvedError } from "./value";

/** Whether an error says something about the configuration, and not about this program. */
export function isExpected(error: unknown): error is Error {
  return (
    error instanceof EvaluationError ||
    error instanceof UnresolvedError ||
    error instanceof ExpressionSyntaxError ||
    // An expression that is nested too deeply.
    error instanceof RangeError
  );
}

/** What `compute` returns; undefined when the configuration does not tell. */
export function attempt<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (!isExpected(error)) throw error;
    return undefined;
  }
}
