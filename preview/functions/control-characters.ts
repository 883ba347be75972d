/** Whether a text has characters that must not stand in a header or a request line. */
export function hasControlCharacters(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
