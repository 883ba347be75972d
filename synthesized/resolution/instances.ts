// Resources and data sources, expanded by `count` and `for_each`.
import { type Scope, withNames } from "../expressions/evaluate";
import {
  EvaluationError,
  isList,
  isObject,
  shown,
  sortedKeys,
  toNumber,
  toText,
} from "../expressions/value";
import type { Block, Json } from "../stack";
import { type Evaluation, lazyValue } from "./bind";
import { lazyObject } from "./lazy";

/** More would fill the memory, and no state holds as many of one resource. */
const MOST_INSTANCES = 10_000;

/** One resource or data source with the scope of its expressions. */
export interface Instance {
  /** `aws_s3_bucket.site`, `aws_s3_object.file["index.html"]`, `data.aws_lb.api`. */
  readonly address: string;
  readonly type: string;
  /** The name in the expanded JSON: `file["index.html"]`. */
  readonly name: string;
  /** The number of a `count`, the key of a `for_each`; undefined when there is neither. */
  readonly key: string | number | undefined;
  readonly config: Block;
  readonly scope: Scope;
}

/** A declared block before its expansion. */
export interface Declaration {
  readonly prefix: "" | "data.";
  readonly type: string;
  readonly name: string;
  readonly config: Block;
}

/**
 * The instances of a declaration: one, or as many as `count` or `for_each` says.
 *
 * @throws when `count` or `for_each` cannot be resolved
 */
export function expandDeclaration(
  declaration: Declaration,
  scope: Scope,
  evaluation: Evaluation,
): Instance[] {
  const { count, for_each } = declaration.config;
  const address = `${declaration.prefix}${declaration.type}.${declaration.name}`;
  if (count !== undefined && count !== null) {
    const length = toNumber(lazyValue({ raw: count, scope }, `${address}.count`, evaluation));
    if (!Number.isInteger(length) || length < 0 || length > MOST_INSTANCES) {
      throw new EvaluationError(
        `count of ${address} must be a whole number from 0 to ${MOST_INSTANCES}, got ${length}`,
      );
    }
    return Array.from({ length }, (_, index) =>
      instance(declaration, withNames(scope, { count: { index } }), index),
    );
  }
  if (for_each !== undefined && for_each !== null) {
    const collection = lazyValue({ raw: for_each, scope }, `${address}.for_each`, evaluation);
    return entriesOf(collection, address).map(([key, value]) => {
      const each = lazyObject(["key", "value"], (name) => (name === "key" ? key : value()));
      return instance(declaration, withNames(scope, { each }), key);
    });
  }
  return [instance(declaration, scope, undefined)];
}

/** The declaration as one instance, whatever its `count` or `for_each`. */
export function unexpanded(declaration: Declaration, scope: Scope): Instance {
  return instance(declaration, scope, undefined);
}

function instance(
  { prefix, type, name, config }: Declaration,
  scope: Scope,
  key: string | number | undefined,
): Instance {
  const suffix = key === undefined ? "" : `[${JSON.stringify(key)}]`;
  const full = `${name}${suffix}`;
  return { address: `${prefix}${type}.${full}`, type, name: full, key, config, scope };
}

function entriesOf(collection: Json, address: string): (readonly [string, () => Json])[] {
  // A set: its elements are keys and values.
  if (isList(collection)) return collection.map((item) => [toText(item), () => item] as const);
  if (isObject(collection)) {
    return sortedKeys(collection).map((key) => [key, () => collection[key] ?? null] as const);
  }
  throw new EvaluationError(
    `for_each of ${address} needs a map or a set of strings, got ${shown(collection)}`,
  );
}
