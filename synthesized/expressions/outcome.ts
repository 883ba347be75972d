// Collections of which some elements are not known: such an element fails when it is read.

import type { Json } from "../stack";
import type { Expression } from "./syntax";
import { UnresolvedError } from "./value";

/** What evaluating an element gave. */
export type Outcome = { readonly value: Json } | { readonly error: UnresolvedError };

/** Evaluates an element; one that is not known is no reason to give up those beside it. */
export function outcomeOf(expression: Expression, scope: unknown, evaluate: () => Json): Outcome {
  try {
    return { value: evaluate() };
  } catch (error) {
    if (!(error instanceof UnresolvedError)) throw error;
    return { error: new UnresolvedError(error.message, { expression, scope }) };
  }
}

/** The list of the outcomes. */
export function listOf(outcomes: readonly Outcome[]): Json {
  const list: Json[] = outcomes.map((one) => ("value" in one ? one.value : null));
  outcomes.forEach((one, index) => {
    if ("error" in one) failing(list, index, one.error);
  });
  return list;
}

/** The object of the outcomes. */
export function objectOf(outcomes: Iterable<readonly [key: string, Outcome]>): Json {
  const object: { [key: string]: Json } = {};
  for (const [key, one] of outcomes) {
    if ("error" in one) failing(object, key, one.error);
    else Object.defineProperty(object, key, { ...PLAIN, value: one.value });
  }
  return object;
}

const PLAIN = { enumerable: true, configurable: true, writable: true };

function failing(target: object, key: string | number, error: UnresolvedError): void {
  const get = () => {
    throw error;
  };
  Object.defineProperty(target, key, { enumerable: true, configurable: true, get });
}
