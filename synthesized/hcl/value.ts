// JSON values as HCL expressions, laid out as `terraform fmt` leaves them.
import { isBlock, type Json } from "../stack";
import { renderQuotedString, renderString } from "./template";

/** One `name = value` line; the value may go over several lines. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
}

// Longer lists go over several lines.
const INLINE_LIST_CHARACTERS = 72;

/** A JSON value as an HCL expression. Every line but the first is indented from column 0. */
export function renderValue(value: Json): string {
  if (typeof value === "string") return renderString(value);
  if (isList(value)) return renderList(value.map(renderValue));
  if (isBlock(value)) return renderObject(value);
  return String(value);
}

/** A list of expressions: on one line when they are short. */
export function renderList(items: readonly string[]): string {
  const inline = `[${items.join(", ")}]`;
  if (inline.length <= INLINE_LIST_CHARACTERS && !inline.includes("\n")) return inline;
  // A comma cannot follow a heredoc's closing line.
  const lines = items.map((item) => indent(isHeredoc(item) ? `${item}\n,` : `${item},`));
  return ["[", ...lines, "]"].join("\n");
}

function renderObject(value: { readonly [key: string]: Json }): string {
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const lines = renderAssignments(
    entries.map(([key, item]) => ({ name: renderKey(key), value: renderValue(item) })),
  );
  return `{\n${indent(lines)}\n}`;
}

// Words that mean something else at the start of an object or as an expression.
const RESERVED = new Set(["for", "if", "in", "true", "false", "null"]);

function renderKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !RESERVED.has(key)
    ? key
    : renderQuotedString(key);
}

/** Lines of assignments, the equals signs of neighbors in one column. */
export function renderAssignments(assignments: readonly Assignment[]): string {
  return alignedRuns(assignments)
    .flatMap((run) => {
      const width = Math.max(...run.map(({ name }) => [...name].length));
      return run.map(({ name, value }) => {
        return `${name}${" ".repeat(width - [...name].length)} = ${value}`;
      });
    })
    .join("\n");
}

/** Neighbors that `terraform fmt` aligns: a value that opens a bracket over several lines stands alone. */
function alignedRuns(assignments: readonly Assignment[]): Assignment[][] {
  const runs: Assignment[][] = [];
  let open = false;
  for (const assignment of assignments) {
    const alone = assignment.value.includes("\n") && !isHeredoc(assignment.value);
    if (open && !alone) runs.at(-1)?.push(assignment);
    else runs.push([assignment]);
    open = !alone;
  }
  return runs;
}

/** Indents by two spaces, except the text of heredocs, where spaces count. */
export function indent(text: string): string {
  let delimiter: string | undefined;
  return text
    .split("\n")
    .map((line) => {
      if (delimiter !== undefined) {
        if (line.trim() === delimiter) delimiter = undefined;
        return line;
      }
      delimiter = /<<(EOT_*)$/.exec(line)?.[1];
      return line === "" ? line : `  ${line}`;
    })
    .join("\n");
}

function isHeredoc(expression: string): boolean {
  return /^<<EOT_*\n/.test(expression);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
