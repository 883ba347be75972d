// What a function of the expression language is.
import type { Json } from "../../stack";

/** Reads the files of a stack; paths are relative to the folder of its JSON. */
export interface StackFiles {
  /** @throws when there is no such file */
  read(path: string): Uint8Array;
  /** Paths of all files below a folder, relative to it, with `/` between their segments. */
  list(folder: string): readonly string[];
}

/** What functions may know besides their arguments. */
export interface FunctionContext {
  readonly files: StackFiles;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Evaluates a template file with its variables. */
  renderTemplate(text: string, variables: { readonly [name: string]: Json }): string;
}

/** A function: how many arguments it takes and what it makes of them. */
export interface ExpressionFunction {
  readonly least: number;
  readonly most: number;
  call(args: readonly Json[], context: FunctionContext): Json;
}

export type FunctionTable = { readonly [name: string]: ExpressionFunction };

type Impl = (args: Arguments, context: FunctionContext) => Json;
/** The arguments; one that is left out reads as null. */
type Arguments = readonly [Json, Json, Json, ...Json[]];

/** A function of `least` to `most` arguments. */
export function takes(least: number, most: number, implementation: Impl): ExpressionFunction {
  return {
    least,
    most,
    call: (args, context) => {
      const [first = null, second = null, third = null, ...rest] = args;
      return implementation([first, second, third, ...rest], context);
    },
  };
}

/** A function of any number of arguments, but at least `least`. */
export function takesAll(
  least: number,
  implementation: (args: readonly Json[]) => Json,
): ExpressionFunction {
  return { least, most: Number.POSITIVE_INFINITY, call: implementation };
}
