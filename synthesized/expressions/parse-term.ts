// Terms: literals, names, calls, collections, `for`, and what follows a term: attributes, indexes, splats.
import type { Cursor } from "./cursor";
import { type ParseExpression, parseForNames, parseTemplate } from "./parse-template";
import { type Expression, SPLAT_ELEMENT } from "./syntax";

const CONSTANTS = new Map<string, boolean | null>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** Parses one term with all its attributes, indexes and splats. */
export function parseTerm(cursor: Cursor, parseExpression: ParseExpression): Expression {
  return traversal(cursor, parseExpression, primary(cursor, parseExpression));
}

function primary(cursor: Cursor, parseExpression: ParseExpression): Expression {
  cursor.skipSpace();
  if (cursor.takes('"')) return parseTemplate(cursor, parseExpression, { quoted: true });
  if (cursor.takes("(")) {
    const inner = parseExpression(cursor);
    cursor.expect(")");
    return inner;
  }
  if (cursor.takes("[")) return tupleOrFor(cursor, parseExpression);
  if (cursor.takes("{")) return objectOrFor(cursor, parseExpression);
  const number = cursor.number();
  if (number !== undefined) return { kind: "literal", value: Number(number) };
  const name = cursor.identifier();
  if (name === undefined) return cursor.fail("an expression");
  return call(cursor, parseExpression, name) ?? constantOrName(name);
}

function constantOrName(name: string): Expression {
  const constant = CONSTANTS.get(name);
  return constant === undefined ? { kind: "name", name } : { kind: "literal", value: constant };
}

function call(
  cursor: Cursor,
  parseExpression: ParseExpression,
  start: string,
): Expression | undefined {
  const before = cursor.position;
  let name = start;
  // Functions of a provider: `provider::aws::arn_parse(…)`.
  while (cursor.takes("::")) name += `::${cursor.identifier() ?? cursor.fail("a name")}`;
  cursor.skipSpaceInLine();
  if (!cursor.takes("(")) {
    cursor.position = before;
    return undefined;
  }
  const args: Expression[] = [];
  while (!cursor.takesNext(")")) {
    args.push(parseExpression(cursor));
    if (cursor.takesNext("...")) {
      cursor.expect(")");
      return { kind: "call", name, args, spreadLast: true };
    }
    if (cursor.takesNext(",")) continue;
    cursor.expect(")");
    break;
  }
  return { kind: "call", name, args, spreadLast: false };
}

function tupleOrFor(cursor: Cursor, parseExpression: ParseExpression): Expression {
  if (cursor.takesKeyword("for")) return forExpression(cursor, parseExpression, "]");
  const items: Expression[] = [];
  while (!cursor.takesNext("]")) {
    items.push(parseExpression(cursor));
    if (cursor.takesNext(",")) continue;
    cursor.expect("]");
    break;
  }
  return { kind: "tuple", items };
}

function objectOrFor(cursor: Cursor, parseExpression: ParseExpression): Expression {
  if (cursor.takesKeyword("for")) return forExpression(cursor, parseExpression, "}");
  const items: (readonly [Expression, Expression])[] = [];
  while (!cursor.takesNext("}")) {
    const key = objectKey(cursor, parseExpression);
    if (!cursor.takesNext("=") && !cursor.takes(":")) cursor.fail('"=" or ":"');
    items.push([key, parseExpression(cursor)]);
    cursor.takesNext(",");
  }
  return { kind: "object", items };
}

/** A bare name is the key itself; only in parentheses is it a reference. */
function objectKey(cursor: Cursor, parseExpression: ParseExpression): Expression {
  const isReference = cursor.sees("(");
  const key = parseExpression(cursor);
  return key.kind === "name" && !isReference ? { kind: "literal", value: key.name } : key;
}

function forExpression(
  cursor: Cursor,
  parseExpression: ParseExpression,
  close: "]" | "}",
): Expression {
  const names = parseForNames(cursor);
  const collection = parseExpression(cursor);
  cursor.expect(":");
  const first = parseExpression(cursor);
  const value = cursor.takesNext("=>") ? parseExpression(cursor) : undefined;
  if (close === "}" && value === undefined) cursor.fail('"=>"');
  const grouped = value !== undefined && cursor.takesNext("...");
  const condition = cursor.takesKeyword("if") ? parseExpression(cursor) : undefined;
  cursor.expect(close);
  return {
    kind: "for",
    ...names,
    collection,
    key: value === undefined ? undefined : first,
    value: value ?? first,
    condition,
    grouped,
  };
}

function traversal(
  cursor: Cursor,
  parseExpression: ParseExpression,
  start: Expression,
): Expression {
  let term = start;
  for (;;) {
    if (cursor.takes("[*]")) return fullSplat(cursor, parseExpression, term);
    if (cursor.takes(".*")) {
      let each: Expression = { kind: "name", name: SPLAT_ELEMENT };
      for (let next = attribute(cursor, each); next; next = attribute(cursor, each)) each = next;
      term = { kind: "splat", of: term, each };
      continue;
    }
    const next = attribute(cursor, term) ?? index(cursor, parseExpression, term);
    if (next === undefined) return term;
    term = next;
  }
}

function fullSplat(cursor: Cursor, parseExpression: ParseExpression, of: Expression): Expression {
  const each = traversal(cursor, parseExpression, { kind: "name", name: SPLAT_ELEMENT });
  return { kind: "splat", of, each };
}

/** `.name`, or the old `.0` for an index. */
function attribute(cursor: Cursor, of: Expression): Expression | undefined {
  const before = cursor.position;
  if (cursor.sees("...") || !cursor.takes(".")) return undefined;
  const name = cursor.identifier();
  if (name !== undefined) return { kind: "index", of, key: { kind: "literal", value: name } };
  const digits = cursor.digits();
  if (digits !== undefined) {
    return { kind: "index", of, key: { kind: "literal", value: Number(digits) } };
  }
  if (!cursor.sees("*")) cursor.fail("the name of an attribute");
  cursor.position = before;
  return undefined;
}

function index(
  cursor: Cursor,
  parseExpression: ParseExpression,
  of: Expression,
): Expression | undefined {
  if (!cursor.takes("[")) return undefined;
  const key = parseExpression(cursor);
  cursor.expect("]");
  const isNumber = key.kind === "literal" && typeof key.value === "number";
  return { kind: "index", of, key, ...(isNumber ? {} : { isBracketed: true }) };
}
