const PLAIN = /^[ -~]*$/;

/**
 * Makes a text from outside safe to print: control characters, which a terminal would obey, and
 * characters that turn the direction of writing are shown as their codes.
 */
export function terminalText(text: string): string {
  if (PLAIN.test(text)) return text; // as most texts are
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, "0")}`;
  });
}

/** As {@link terminalText}, for a text of several lines. */
export function terminalLines(text: string): string {
  return text.split("\n").map(terminalText).join("\n");
}
