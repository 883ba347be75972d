const BEYOND_BYTES = /[^\0-\u00ff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\u0008\u000a-\u001f\u007f]/;

/**
 * A header's value as it is sent: each character is a byte. A text with characters that are none, such
 * as a file name from JSON, goes as UTF-8.
 */
export function asBytes(value: string): string {
  return BEYOND_BYTES.test(value) ? Buffer.from(value, "utf8").toString("latin1") : value;
}

/**
 * As {@link asBytes}, for HTTP/2, of which Node checks less than of HTTP/1.1.
 *
 * @throws when the value has a control character, which would end the field for who passes it on
 */
export function checkedBytes(name: string, value: string): string {
  if (CONTROL.test(value)) throw new TypeError(`header "${name}" has a control character`);
  return asBytes(value);
}
