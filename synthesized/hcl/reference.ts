// Values that name an object instead of reading it: `depends_on`, `provider`, `ignore_changes`.
import { isBlock, type Json } from "../stack";
import { unwrapExpression } from "./template";
import { renderAssignments, renderList, renderValue } from "./value";

/** A reference, a list or a map of references, without the quotes that JSON puts around them. */
export function renderReference(value: Json): string {
  if (typeof value === "string") return unwrapExpression(value) ?? value;
  if (Array.isArray(value)) return renderList(value.map(renderReference));
  if (isBlock(value)) return renderReferenceMap(value);
  return renderValue(value);
}

function renderReferenceMap(value: { readonly [key: string]: Json }): string {
  const entries = Object.entries(value).map(([name, item]) => ({
    name,
    value: renderReference(item),
  }));
  return entries.length === 0 ? "{}" : `{\n${renderAssignments(entries).replace(/^/gm, "  ")}\n}`;
}
