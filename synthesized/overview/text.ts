// JSON values as a person reads them in a line.
import type { Json } from "../stack";

/** A value in a line of text: an expression without `${…}`, everything else as JSON. */
export function text(value: Json): string {
  if (typeof value !== "string") return JSON.stringify(value);
  const [, whole] = /^\$\{(.*)\}$/s.exec(value) ?? [];
  return whole !== undefined && !whole.includes("${") ? whole : value;
}
