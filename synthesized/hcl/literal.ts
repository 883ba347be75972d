// Strings that Terraform's JSON takes as they are: no templates, although HCL has templates there.
import { isBlock, type Json } from "../stack";

/** The same value with `${` and `%{` escaped in every string and key. */
export function escapeTemplates(value: Json): Json {
  if (typeof value === "string") return escapeText(value);
  if (Array.isArray(value)) return value.map(escapeTemplates);
  if (!isBlock(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [escapeText(key), escapeTemplates(item)]),
  );
}

function escapeText(text: string): string {
  return text.replace(/[$%]\{/g, (opening) => opening[0] + opening);
}
