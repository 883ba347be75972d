// JSON as Terraform's `jsonencode` writes it.
import type { Json } from "../../stack";
import { at, isList, isObject, sortedKeys, toText } from "../value";

// Go's encoder keeps JSON safe inside HTML.
const UNSAFE = /[<>&\u2028\u2029]/g;

/** Compact JSON with sorted keys and `<`, `>`, `&` as escapes. */
export function toJsonText(value: Json): string {
  if (isList(value)) return `[${value.map(toJsonText).join(",")}]`;
  if (isObject(value)) {
    const entries = sortedKeys(value).map((key) => `${quoted(key)}:${toJsonText(at(value, key))}`);
    return `{${entries.join(",")}}`;
  }
  if (value === null) return "null";
  return typeof value === "string" ? quoted(value) : toText(value);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
