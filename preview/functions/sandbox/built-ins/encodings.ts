// Strings to bytes and back, without Node's Buffer: this code runs inside the sandbox.

/** The encodings that runtime 2.0 knows. */
export type Encoding = "utf8" | "hex" | "base64" | "base64url";

const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Whether a value names an encoding that runtime 2.0 knows. */
export function isEncoding(value: unknown): value is Encoding | "utf-8" {
  return ["utf8", "utf-8", "hex", "base64", "base64url"].includes(String(value).toLowerCase());
}

/** The encoding that a value names; throws for every other one, as the runtime does. */
export function toEncoding(value: unknown): Encoding {
  if (value === undefined) return "utf8";
  if (!isEncoding(value)) throw new TypeError(`"${String(value)}" encoding is not supported`);
  const name = String(value).toLowerCase();
  return name === "utf-8" ? "utf8" : (name as Encoding);
}

/** The bytes that a string stands for in an encoding. Malformed rests are left out, as Node does. */
export function toBytes(text: string, encoding: Encoding): number[] {
  if (encoding === "utf8") return utf8Bytes(text);
  if (encoding === "hex") {
    const digits = /^(?:[0-9a-f]{2})*/i.exec(text)?.[0] ?? "";
    return Array.from({ length: digits.length / 2 }, (_, at) =>
      Number.parseInt(digits.slice(at * 2, at * 2 + 2), 16),
    );
  }
  return base64Bytes(text);
}

/** The string of bytes in an encoding. Malformed UTF-8 becomes U+FFFD. */
export function fromBytes(bytes: ArrayLike<number>, encoding: Encoding): string {
  if (encoding === "utf8") return utf8Text(bytes) ?? "";
  if (encoding === "hex") {
    let text = "";
    for (let at = 0; at < bytes.length; at += 1)
      text += byteAt(bytes, at).toString(16).padStart(2, "0");
    return text;
  }
  const text = base64Text(bytes);
  if (encoding === "base64") return text;
  return text.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function byteAt(bytes: ArrayLike<number>, at: number): number {
  return bytes[at] ?? 0;
}

function utf8Bytes(text: string): number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const found = character.codePointAt(0) ?? 0;
    const code = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63));
      bytes.push(0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
  }
  return bytes;
}

/** The text of UTF-8 bytes; malformed parts become U+FFFD, or make it undefined when `fatal`. */
export function utf8Text(
  bytes: ArrayLike<number>,
  onMalformed: "replace" | "refuse" = "replace",
): string | undefined {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const [code, length] = codePointOf(bytes, at);
    if (code === undefined && onMalformed === "refuse") return undefined;
    text += String.fromCodePoint(code ?? 0xfffd);
    at += length;
  }
  return text;
}

const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

function codePointOf(bytes: ArrayLike<number>, at: number): readonly [number | undefined, number] {
  const first = byteAt(bytes, at);
  if (first < 0x80) return [first, 1];
  const length =
    first >= 0xf0 && first < 0xf5
      ? 4
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xc2 && first < 0xe0
          ? 2
          : 0;
  if (length === 0) return [undefined, 1];
  let code = first & (0xff >> (length + 1));
  for (let next = 1; next < length; next += 1) {
    const byte = byteAt(bytes, at + next);
    if (at + next >= bytes.length || (byte & 0xc0) !== 0x80) return [undefined, next];
    code = (code << 6) | (byte & 63);
  }
  const isValid =
    code >= (SMALLEST[length] ?? 0) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isValid ? [code, length] : [undefined, 1];
}

function base64Bytes(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text.replace(/-/g, "+").replace(/_/g, "/")) {
    if (character === "=") break;
    const value = BASE64.indexOf(character);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes.push((bits >> count) & 0xff);
    }
  }
  return bytes;
}

function base64Text(bytes: ArrayLike<number>): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const group = (byteAt(bytes, at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
    const digits = [18, 12, 6, 0].map((shift) => BASE64.charAt((group >> shift) & 63));
    const rest = bytes.length - at;
    text +=
      rest === 1
        ? `${digits[0]}${digits[1]}==`
        : rest === 2
          ? `${digits[0]}${digits[1]}${digits[2]}=`
          : digits.join("");
  }
  return text;
}
