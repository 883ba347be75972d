// Templates: text with `${…}` and `%{…}` sequences, quoted inside an expression or bare in JSON.
import type { Cursor } from "./cursor";
import type { Expression } from "./syntax";

/** Parses one expression where the cursor stands. */
export type ParseExpression = (cursor: Cursor) => Expression;

type Directive = "else" | "endif" | "endfor";

/** What a template ends with: the text's end, a quote, or one of these directives. */
interface Ending {
  readonly quoted: boolean;
  readonly directives: readonly Directive[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
};

/**
 * Parses a template up to its end, or up to the closing quote (which is read) if it is `quoted`.
 *
 * A template that is one `${…}` alone is the expression itself, and so keeps its type.
 */
export function parseTemplate(
  cursor: Cursor,
  parseExpression: ParseExpression,
  { quoted }: { readonly quoted: boolean },
): Expression {
  return templateOf(partsOf(cursor, parseExpression, { quoted, directives: [] }).parts);
}

function partsOf(
  cursor: Cursor,
  parseExpression: ParseExpression,
  ending: Ending,
): { parts: Expression[]; ended: Directive | undefined } {
  const parts: Expression[] = [];
  let literal = "";
  const flush = () => {
    if (literal !== "") parts.push({ kind: "literal", value: literal });
    literal = "";
  };

  for (;;) {
    if (cursor.atEnd) {
      if (ending.quoted) cursor.fail(`a closing '"'`);
      if (ending.directives.length > 0) cursor.fail(`"%{ ${ending.directives.at(-1)} }"`);
      break;
    }
    if (ending.quoted && ending.directives.length === 0 && cursor.takes('"')) break;
    if (cursor.takes("$${")) literal += "${";
    else if (cursor.takes("%%{")) literal += "%{";
    else if (cursor.sees("${")) {
      const trimmed = opening(cursor);
      if (trimmed) literal = trimmedEnd(literal, ending.quoted);
      flush();
      parts.push(sequence(cursor, parseExpression, ending.quoted));
    } else if (cursor.sees("%{")) {
      if (opening(cursor)) literal = trimmedEnd(literal, ending.quoted);
      flush();
      const ended = ending.directives.find((directive) => cursor.takesKeyword(directive));
      if (ended !== undefined) {
        closing(cursor, ending.quoted);
        return { parts, ended };
      }
      parts.push(directive(cursor, parseExpression, ending.quoted));
    } else if (ending.quoted && cursor.takes("\\")) literal += escapeSequence(cursor);
    else {
      literal += cursor.text.charAt(cursor.position);
      cursor.position += 1;
    }
  }
  flush();
  return { parts, ended: undefined };
}

function sequence(cursor: Cursor, parseExpression: ParseExpression, quoted: boolean): Expression {
  const expression = parseExpression(cursor);
  closing(cursor, quoted);
  return expression;
}

function directive(cursor: Cursor, parseExpression: ParseExpression, quoted: boolean): Expression {
  const block = (...directives: Directive[]) => {
    const { parts, ended } = partsOf(cursor, parseExpression, { quoted, directives });
    return { body: textOf(parts), ended };
  };

  if (cursor.takesKeyword("if")) {
    const condition = sequence(cursor, parseExpression, quoted);
    const { body, ended } = block("else", "endif");
    const whenFalse = ended === "else" ? block("endif").body : textOf([]);
    // A template around it: what a directive chooses is text, unlike a conditional in `${…}`.
    return textOf([{ kind: "conditional", condition, whenTrue: body, whenFalse }]);
  }
  if (!cursor.takesKeyword("for")) cursor.fail('"if" or "for"');
  const { keyName, valueName } = parseForNames(cursor);
  const collection = sequence(cursor, parseExpression, quoted);
  const value = block("endfor").body;
  return {
    kind: "joined",
    loop: {
      kind: "for",
      keyName,
      valueName,
      collection,
      key: undefined,
      value,
      condition: undefined,
      grouped: false,
    },
  };
}

/** Parses `k, v in` or `v in`: what stands between `for` and the collection. */
export function parseForNames(cursor: Cursor): { keyName: string | undefined; valueName: string } {
  const name = () => {
    cursor.skipSpace();
    return cursor.identifier() ?? cursor.fail("a name");
  };
  const first = name();
  const second = cursor.takesNext(",") ? name() : undefined;
  if (!cursor.takesKeyword("in")) cursor.fail('"in"');
  return second === undefined
    ? { keyName: undefined, valueName: first }
    : { keyName: first, valueName: second };
}

/** Reads `${` or `%{`, and says whether a `~` removes the white space before it. */
function opening(cursor: Cursor): boolean {
  cursor.position += 2;
  return cursor.takes("~");
}

/** Without the white space that a `~` removes: outside of quotes that of one line, with its break. */
function trimmedEnd(literal: string, quoted: boolean): string {
  return quoted ? literal.trimEnd() : literal.replace(/[^\S\n]*\n?$/, "");
}

/** Reads `}`, or `~}` with the white space after it. */
function closing(cursor: Cursor, quoted: boolean): void {
  const trims = cursor.takesNext("~");
  cursor.expect("}");
  if (!trims) return;
  const [space = ""] =
    (quoted ? /^(?:\s|\\[nrt])*/ : /^[^\S\n]*\n?/).exec(cursor.text.slice(cursor.position)) ?? [];
  cursor.position += space.length;
}

function escapeSequence(cursor: Cursor): string {
  const selector = cursor.text.charAt(cursor.position);
  cursor.position += 1;
  const plain = ESCAPES[selector];
  if (plain !== undefined) return plain;
  const digits = { u: 4, U: 8 }[selector];
  const code = digits && cursor.text.slice(cursor.position, cursor.position + digits);
  if (!code || !/^[0-9a-f]+$/i.test(code) || code.length !== digits) {
    cursor.position -= 1;
    cursor.fail('n, r, t, ", \\, uNNNN or UNNNNNNNN after a backslash');
  }
  cursor.position += digits;
  return String.fromCodePoint(Number.parseInt(code, 16));
}

const textOf = (parts: readonly Expression[]): Expression => ({ kind: "template", parts });

function templateOf(parts: readonly Expression[]): Expression {
  const [only] = parts;
  if (only === undefined) return { kind: "literal", value: "" };
  return parts.length === 1 ? only : textOf(parts);
}
