/** Characters in a line of what is shown, so that it fits every terminal. */
export const COLUMNS = 80;

/**
 * Breaks a text into lines at spaces; a word that is longer than a line is cut.
 *
 * @param width characters in a line
 */
export function wrap(text: string, width: number): string[] {
  return fill(
    text.split(" ").flatMap((word) => cut(word, width)),
    width,
  );
}

/** A message as a stream should show it: in lines that fit, when the stream is a terminal. */
export function fitted(
  text: string,
  { isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number },
): string {
  return isTTY ? wrapMessage(text, columns || COLUMNS) : text; // some terminals have no size: 0
}

/**
 * Breaks the lines of a message at spaces. A path or a URL stays whole, and so does a line that is
 * indented: a command, or the excerpt of a source; but not the fix of a finding.
 */
export function wrapMessage(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => {
      if (!/^\s/.test(line)) return fill(line.split(" "), width);
      if (!line.startsWith("  fix: ")) return [line];
      const [first, ...more] = fill(line.trim().split(" "), width - 4);
      return [`  ${first}`, ...more.map((rest) => `    ${rest}`)];
    })
    .join("\n");
}

function fill(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line === "") line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function cut(word: string, width: number): string[] {
  return word.length <= width ? [word] : (word.match(new RegExp(`.{1,${width}}`, "gu")) ?? []);
}
