import { COLUMNS, wrap } from "./wrap";

/**
 * Rows of a name and a text; the texts start in one column and are wrapped in it.
 *
 * @param most characters of a name; the text of a longer one starts in the next line
 */
export function columns(
  margin: string,
  rows: readonly (readonly [string, string])[],
  most = 24,
): string[] {
  const widest = Math.min(most, Math.max(0, ...rows.map(([name]) => name.length)));
  const start = margin.length + widest + 2;
  return rows.flatMap(([name, text]) => {
    const [first = "", ...more] = wrap(text, COLUMNS - start);
    const rest = more.map((line) => " ".repeat(start) + line);
    return name.length > widest
      ? [`${margin}${name}`, " ".repeat(start) + first, ...rest]
      : [`${margin}${name.padEnd(widest)}  ${first}`, ...rest];
  });
}
