// Values that are computed when they are first asked for, and only once.
import { MISSING, UnresolvedError } from "../expressions/value";
import type { Json } from "../stack";

/** Computes a value once under its path, and notices when it needs itself. */
export type Guard = <T>(path: string, compute: () => T) => T;

/** A guard of its own for one resolution; a cycle is an `UnresolvedError` that names its members. */
export function createGuard(): Guard {
  const active: string[] = [];
  return (path, compute) => {
    const start = active.indexOf(path);
    if (start !== -1) {
      throw new UnresolvedError(`a cycle: ${[...active.slice(start), path].join(" → ")}`);
    }
    active.push(path);
    try {
      return compute();
    } finally {
      active.pop();
    }
  };
}

/** Remembers what `compute` returned or threw. */
export function once<T>(compute: () => T): () => T {
  let outcome: { readonly value: T } | { readonly error: unknown } | undefined;
  return () => {
    outcome ??= outcomeOf(compute);
    if ("error" in outcome) throw outcome.error;
    return outcome.value;
  };
}

function outcomeOf<T>(compute: () => T): { readonly value: T } | { readonly error: unknown } {
  try {
    return { value: compute() };
  } catch (error) {
    return { error };
  }
}

/**
 * An object whose attributes are computed on demand.
 *
 * @param missing what to do for an attribute that is not among `keys`; without it there is none
 */
export function lazyObject(
  keys: Iterable<string>,
  read: (key: string) => Json,
  missing?: (key: string) => Json,
): Json {
  const object: { [key: string]: Json; [MISSING]?: (key: string) => Json } = {};
  for (const key of keys) {
    Object.defineProperty(object, key, { enumerable: true, get: once(() => read(key)) });
  }
  if (missing !== undefined) Object.defineProperty(object, MISSING, { value: missing });
  return object;
}

/** A list whose elements are computed on demand. */
export function lazyList(length: number, read: (index: number) => Json): Json {
  const list: Json[] = new Array(length);
  for (let index = 0; index < length; index += 1) {
    Object.defineProperty(list, index, { enumerable: true, get: once(() => read(index)) });
  }
  return list;
}
