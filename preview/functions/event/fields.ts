// Headers, cookies and query string parameters share one structure in the event.
import { InvalidResult } from "../invalid-result";

/** One value of a field; `attributes` only at cookies of a response. */
interface FieldValue {
  readonly value: string;
  readonly attributes?: string;
}

/** A field: with `multiValue` when its name is repeated, `value` then repeats the first. */
interface Field extends FieldValue {
  readonly multiValue?: readonly FieldValue[];
}

/** Fields by name. */
export type Fields = Readonly<Record<string, Field>>;

/** Values in order, with their names. */
export type Entries = readonly (readonly [name: string, value: FieldValue])[];

/** Collapses repeated names into one field each. */
export function toFields(entries: Entries): Fields {
  const values = new Map<string, FieldValue[]>();
  for (const [name, value] of entries) {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  const fields = [...values].map(([name, [first, ...others]]) => {
    const field = first ?? { value: "" };
    return [
      name,
      others.length === 0 ? field : { ...field, multiValue: [field, ...others] },
    ] as const;
  });
  return Object.fromEntries(fields);
}

/**
 * Spreads the fields that a function returned.
 *
 * A changed `multiValue` counts, whatever `value` says; only if it is as it was does a changed `value`
 * replace the first of the values.
 */
export function fromFields(what: string, returned: unknown, original: Fields): Entries {
  if (returned === undefined) return [];
  if (typeof returned !== "object" || returned === null || Array.isArray(returned)) {
    throw new InvalidResult(`${what} must be an object, got ${JSON.stringify(returned)}`);
  }
  return Object.entries(returned).flatMap(([name, field]) =>
    valuesOf(
      `${what} "${name}"`,
      field,
      Object.hasOwn(original, name) ? original[name] : undefined,
    ).map((value) => [name, value] as const),
  );
}

function valuesOf(
  what: string,
  field: unknown,
  original: Field | undefined,
): readonly FieldValue[] {
  const { multiValue } = (field ?? {}) as { multiValue?: unknown };
  if (multiValue === undefined) return [toValue(what, field)];
  if (!Array.isArray(multiValue))
    throw new InvalidResult(`${what} must have an array as multiValue`);
  const values = multiValue.map((item) => toValue(what, item));
  const isUnchanged = JSON.stringify(multiValue) === JSON.stringify(original?.multiValue);
  if (!isUnchanged) return values;
  const first = toValue(what, field);
  return [first, ...values.slice(1)];
}

function toValue(what: string, field: unknown): FieldValue {
  const { value, attributes } = (field ?? {}) as { value?: unknown; attributes?: unknown };
  if (typeof value !== "string") {
    throw new InvalidResult(
      `${what} must be an object with a string as value, got ${JSON.stringify(field)}`,
    );
  }
  if (attributes === undefined) return { value };
  if (typeof attributes !== "string")
    throw new InvalidResult(`${what} must have a string as attributes`);
  return { value, attributes };
}
