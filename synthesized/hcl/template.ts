// Terraform template strings, such as `https://${aws_x.y.domain}/*`, as HCL writes them.

/** A piece of a template: text, or a `${…}` or `%{…}` sequence with its delimiters. */
interface Part {
  readonly kind: "text" | "sequence";
  readonly source: string;
}

/**
 * A JSON string as an HCL expression: the bare expression when the whole string is one `${…}`, a
 * heredoc for text of several lines, otherwise a quoted template.
 */
export function renderString(template: string): string {
  const parts = splitTemplate(template);
  const bare = bareExpression(parts);
  if (bare !== undefined) return bare;
  return isHeredoc(template) ? renderHeredoc(template) : renderQuoted(parts);
}

/** A JSON string as a quoted HCL template, whatever it holds. */
export function renderQuotedString(template: string): string {
  return renderQuoted(splitTemplate(template));
}

/** The expression of a string that is exactly one `${…}`. */
export function unwrapExpression(template: string): string | undefined {
  return bareExpression(splitTemplate(template));
}

function bareExpression(parts: readonly Part[]): string | undefined {
  const [only, ...more] = parts;
  if (only?.kind !== "sequence" || more.length > 0 || !only.source.startsWith("${")) {
    return undefined;
  }
  const expression = only.source.slice(2, -1).trim();
  // An expression of several lines or with strip markers is one only between its delimiters.
  if (expression === "" || /\n|^~|~$/.test(expression)) return undefined;
  return expression;
}

// A heredoc always ends with a line break and knows no escapes.
function isHeredoc(template: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a heredoc cannot hold
  return /\n.*\n$/s.test(template) && !/[\u0000-\u0008\u000b-\u001f\u007f]/.test(template);
}

function renderHeredoc(template: string): string {
  const lines = new Set(template.split("\n").map((line) => line.trim()));
  let delimiter = "EOT";
  while (lines.has(delimiter)) delimiter += "_";
  return `<<${delimiter}\n${template}${delimiter}`;
}

function renderQuoted(parts: readonly Part[]): string {
  const inner = parts.map(({ kind, source }) => (kind === "text" ? escapeText(source) : source));
  return `"${inner.join("")}"`;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these need an escape
  return text.replace(/[\u0000-\u001f\u007f"\\]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0");
    return SHORT_ESCAPES[character] ?? `\\u${code}`;
  });
}

function splitTemplate(template: string): Part[] {
  const parts: Part[] = [];
  let text = "";
  let at = 0;
  while (at < template.length) {
    const end = isSequence(template, at) ? sequenceEnd(template, at) : undefined;
    if (end === undefined) {
      // `$${` and `%%{` are text: step over them in one go.
      const step = /^[$%]{2}\{/.test(template.slice(at, at + 3)) ? 3 : 1;
      text += template.slice(at, at + step);
      at += step;
      continue;
    }
    if (text !== "") parts.push({ kind: "text", source: text });
    text = "";
    parts.push({ kind: "sequence", source: template.slice(at, end) });
    at = end;
  }
  return text === "" ? parts : [...parts, { kind: "text", source: text }];
}

function isSequence(source: string, at: number): boolean {
  return (source[at] === "$" || source[at] === "%") && source[at + 1] === "{";
}

/** Where the sequence that starts at `at` ends, or `undefined` when nothing closes it. */
function sequenceEnd(source: string, at: number): number | undefined {
  let depth = 0;
  for (let index = at + 1; index < source.length; index++) {
    if (source[index] === '"') {
      const end = stringEnd(source, index);
      if (end === undefined) return undefined;
      index = end;
    } else if (source[index] === "{") depth++;
    else if (source[index] === "}" && --depth === 0) return index + 1;
  }
  return undefined;
}

/** Where the closing quote of a string inside an expression is; it may hold sequences itself. */
function stringEnd(source: string, at: number): number | undefined {
  for (let index = at + 1; index < source.length; index++) {
    if (source[index] === '"') return index;
    if (source[index] === "\\") index++;
    else if (/^[$%]{2}\{/.test(source.slice(index, index + 3))) index += 2;
    else if (isSequence(source, index)) {
      const end = sequenceEnd(source, index);
      if (end === undefined) return undefined;
      index = end - 1;
    }
  }
  return undefined;
}
