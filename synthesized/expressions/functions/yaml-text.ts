// YAML as Terraform's `yamlencode` writes it: libyaml's layout, strings in quotes or as blocks.
import type { Json } from "../../stack";
import { at, isList, isObject, sortedKeys, toText, UnresolvedError } from "../value";

const LINE_WIDTH = 80;
const KEY_BYTES = 128;
const BREAK = /[\n\r\u0085\u2028\u2029]/;
const LINE = /[^\n\r\u0085\u2028\u2029]+/g;
// What libyaml takes for printable: no tab, and nothing beyond the first plane.
const UNPRINTABLE = /[^\n -~\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;
const ESCAPES: Readonly<Record<string, string>> = {
  "\0": "\\0",
  "\x07": "\\a",
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
  "\x1b": "\\e",
  '"': '\\"',
  "\\": "\\\\",
  "\u0085": "\\N",
  "\u2028": "\\L",
  "\u2029": "\\P",
};

/** A YAML document with sorted keys. */
export function toYamlText(value: Json): string {
  if (isList(value) || isObject(value)) return ended(node(value, 0, 0));
  const text = ended(node(value, 2, 0));
  return typeof value === "string" ? text : `${text}...\n`;
}

/** A value that begins behind `column` characters and whose further lines are indented. */
function node(value: Json, indent: number, column: number): string {
  if (isList(value)) return value.length === 0 ? "[]" : sequence(value, indent);
  if (isObject(value)) {
    const keys = sortedKeys(value);
    const entries = keys.map((key) => ended(entry(keyText(key), at(value, key), indent)));
    return keys.length === 0 ? "{}" : entries.join(" ".repeat(indent));
  }
  if (value === null) return "null";
  if (typeof value !== "string") return toText(value);
  return isBlockText(value) ? block(value, indent) : quoted(value, indent, column);
}

function sequence(list: readonly Json[], indent: number): string {
  return list
    .map((item) => ended(`- ${node(item, indent + 2, indent + 2)}`))
    .join(" ".repeat(indent));
}

function entry(key: string, value: Json, indent: number): string {
  const isNested = (isList(value) || isObject(value)) && Object.keys(value).length > 0;
  if (!isNested) return `${key}: ${node(value, indent + 2, indent + [...key].length + 2)}`;
  // A list in a map stands below its key, not farther to the right.
  const inner = isList(value) ? indent : indent + 2;
  return `${key}:\n${" ".repeat(inner)}${node(value, inner, inner)}`;
}

function keyText(key: string): string {
  if (BREAK.test(key) || Buffer.byteLength(key) > KEY_BYTES) {
    throw new UnresolvedError(
      "yamlencode with keys of several lines or 128 bytes is not supported",
    );
  }
  return quoted(key, 0, Number.NEGATIVE_INFINITY);
}

/** Whether a text of several lines can be written as such. */
function isBlockText(text: string): boolean {
  return text.includes("\n") && !UNPRINTABLE.test(text) && !/ (?:$|[\n\u2028\u2029])/.test(text);
}

function block(text: string, indent: number): string {
  const hint = /^[ \n\u2028\u2029]/.test(text) ? "2" : "";
  const chomp = !BREAK.test(text.slice(-1))
    ? "-"
    : /(?:^|[\n\u2028\u2029]).$/s.test(text)
      ? "+"
      : "";
  return `|${hint}${chomp}\n${text.replace(LINE, (line) => " ".repeat(indent) + line)}`;
}

/** A text in quotes, broken at the first single space behind the width of a line. */
function quoted(text: string, indent: number, column: number): string {
  const characters = [...text];
  let written = '"';
  let width = column + 1;
  characters.forEach((character, index) => {
    const isInside = index > 0 && index < characters.length - 1;
    const mayBreak = character === " " && characters[index - 1] !== " " && isInside;
    if (mayBreak && width > LINE_WIDTH) {
      written += `\n${" ".repeat(indent)}${characters[index + 1] === " " ? "\\" : ""}`;
      width = indent + (characters[index + 1] === " " ? 1 : 0);
      return;
    }
    const shown = escaped(character);
    written += shown;
    width += [...shown].length;
  });
  return `${written}"`;
}

function escaped(character: string): string {
  const known = ESCAPES[character];
  if (known !== undefined) return known;
  if (!UNPRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  const hex = (digits: number) => code.toString(16).toUpperCase().padStart(digits, "0");
  return code <= 0xff ? `\\x${hex(2)}` : code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

function ended(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
