// `csvdecode`: RFC 4180, as Go reads it.
import type { Json } from "../../stack";
import { EvaluationError } from "../value";

// One field and what ends it.
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/y;

/** One object for each row, by the names of the first row. */
export function fromCsvText(text: string): Json {
  const [names, ...rows] = rowsOf(text);
  if (names === undefined) throw new EvaluationError("csvdecode has no row of names");
  if (new Set(names).size < names.length) {
    throw new EvaluationError(`csvdecode has a name twice in ${names.join(", ")}`);
  }
  return rows.map((row) => {
    if (row.length !== names.length) {
      throw new EvaluationError(`csvdecode has a row of ${row.length} fields, not ${names.length}`);
    }
    return Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""]));
  });
}

function rowsOf(source: string): string[][] {
  const text = source.replaceAll("\r\n", "\n");
  const rows: string[][] = [];
  let row: string[] = [];
  for (let position = 0; position < text.length || row.length > 0; ) {
    if (row.length === 0 && text[position] === "\n") {
      position += 1; // an empty line is no row
      continue;
    }
    FIELD.lastIndex = position;
    const [whole = "", quoted, bare = "", ending] = FIELD.exec(text) ?? [];
    if (ending === undefined) {
      throw new EvaluationError(`csvdecode finds a quote out of place after character ${position}`);
    }
    position += whole.length;
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (ending === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
