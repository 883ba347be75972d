// Writes a piece of the configuration out with its values, and notes what has none.
import { isExpected } from "../expressions/attempt";
import { isList } from "../expressions/value";
import { type Block, blocks, isBlock, type Json } from "../stack";
import { type Bound, childrenOf, type Evaluation, type Expandable, valueOfText } from "./bind";

/** An expression without a value. */
export interface Unresolved {
  /** `aws_s3_bucket.site`, `local.name`, `output.url`. */
  readonly address: string;
  /** Where in the block: `origin.0.domain_name`. */
  readonly path: string;
  /** The string as the stack has it. */
  readonly expression: string;
  /** What is missing, and how to supply it if it can be. */
  readonly reason: string;
}

/** Notes an expression without a value. */
export type Note = (unresolved: Unresolved) => void;

/** The place that is being written. */
export interface Place {
  readonly address: string;
  readonly path: string;
}

/** The JSON with every expression replaced by its value; one without a value stays as it is. */
export function writeOut(bound: Bound, place: Place, evaluation: Evaluation, note: Note): Json {
  const { raw, scope } = bound;
  const override = evaluation.overrides.at(joined(place.address, place.path));
  if (override !== undefined) return override;
  if (typeof raw === "string") {
    return orNote(raw, () => plain(valueOfText(raw, scope, evaluation)), place, note);
  }
  if (isList(raw)) {
    return raw.map((item, index) =>
      writeOut({ raw: item, scope }, below(place, index), evaluation, note),
    );
  }
  return isBlock(raw) ? writeBlock(raw, bound, place, evaluation, note) : raw;
}

function writeBlock(
  block: Block,
  { scope }: Bound,
  place: Place,
  evaluation: Evaluation,
  note: Note,
): Json {
  const path = joined(place.address, place.path);
  const writeChild = (child: Bound | Expandable, inside: Place): Json =>
    "scope" in child
      ? writeOut(child, inside, evaluation, note)
      : orNote(
          child.raw,
          () => child.expand().map((one, index) => writeChild(one, below(inside, index))),
          inside,
          (one) => note({ ...one, expression: forEachOf(child) }),
        );
  return orNote(
    block,
    () =>
      Object.fromEntries(
        Array.from(childrenOf(block, scope, path, evaluation), ([key, child]) => [
          key,
          writeChild(child, below(place, key)),
        ]),
      ),
    place,
    note,
  );
}

/** What a `dynamic` block goes through. */
function forEachOf({ raw }: Expandable): string {
  const collections = blocks(raw).map(({ for_each = null }) =>
    typeof for_each === "string" ? for_each : JSON.stringify(for_each),
  );
  return collections.join(", ");
}

/** The value, or the raw JSON and a note when there is none. */
export function orNote(raw: Json, compute: () => Json, place: Place, note: Note): Json {
  try {
    return compute();
  } catch (error) {
    if (!isExpected(error)) throw error;
    const expression = typeof raw === "string" ? raw : JSON.stringify(raw);
    note({ ...place, expression, reason: error.message });
    return raw;
  }
}

/** The value with everything computed that was left for later. */
export function plain(value: Json): Json {
  if (isList(value)) return Array.from(value, plain);
  if (!isBlock(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

function below(place: Place, key: string | number): Place {
  return { ...place, path: joined(place.path, key) };
}

function joined(path: string, key: string | number): string {
  if (path === "") return String(key);
  return key === "" ? path : `${path}.${key}`;
}
