// A position in the text of an expression, and the words the parser asks it for.

/** Text that is no expression of Terraform's language. */
export class ExpressionSyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ExpressionSyntaxError";
  }
}

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const DIGITS = /\d+/y;
// White space and the three kinds of comment; a line break separates nothing inside an expression.
const SPACE = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
const SPACE_IN_LINE = /[ \t]*/y;

/** Reads a text from left to right; every method leaves the position behind what it has read. */
export class Cursor {
  position = 0;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Whether the text goes on with `word`. */
  sees(word: string): boolean {
    return this.text.startsWith(word, this.position);
  }

  /** Reads `word` if the text goes on with it. */
  takes(word: string): boolean {
    if (!this.sees(word)) return false;
    this.position += word.length;
    return true;
  }

  /** Reads white space and then `word`, if it is there; otherwise only the white space. */
  takesNext(word: string): boolean {
    this.skipSpace();
    return this.takes(word);
  }

  /** Reads `word` after white space, or fails. */
  expect(word: string): void {
    if (!this.takesNext(word)) this.fail(`"${word}"`);
  }

  /** Reads a keyword, which ends where an identifier would. */
  takesKeyword(keyword: string): boolean {
    this.skipSpace();
    const before = this.position;
    if (this.identifier() === keyword) return true;
    this.position = before;
    return false;
  }

  identifier(): string | undefined {
    return this.match(IDENTIFIER);
  }

  number(): string | undefined {
    return this.match(NUMBER);
  }

  digits(): string | undefined {
    return this.match(DIGITS);
  }

  skipSpace(): void {
    this.match(SPACE);
  }

  skipSpaceInLine(): void {
    this.match(SPACE_IN_LINE);
  }

  fail(expected: string): never {
    const found = this.atEnd
      ? "the end"
      : `"${this.text.slice(this.position, this.position + 12)}"`;
    throw new ExpressionSyntaxError(
      `expected ${expected} at character ${this.position + 1}, found ${found}`,
    );
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.position += found.length;
    return found;
  }
}
