// The nonstandard string methods that runtime 1.0 has and 2.0 no longer has.
import { fromBytes, toBytes, toEncoding, utf8Text } from "./encodings";

type StringMethod = (this: string, start?: number, end?: number) => string | null;

const METHODS: Readonly<Record<string, StringMethod>> = {
  fromBytes(start, end) {
    return this.slice(start ?? 0, end);
  },
  fromUTF8(start, end) {
    return utf8Text(codesOf(this.slice(start ?? 0, end)), "refuse") ?? null;
  },
  toBytes(start, end) {
    const part = this.slice(start ?? 0, end);
    return codesOf(part).every((code) => code <= 255) ? part : null;
  },
  toUTF8(start, end) {
    return byteString(toBytes(this.slice(start ?? 0, end), "utf8"));
  },
};

/**
 * Adds the methods of byte strings, which are strings with one character per byte here, and
 * `bytesFrom`: of `String`, and of its prototype, where AWS lists it.
 */
export function addByteStringMethods(): void {
  for (const [name, value] of Object.entries(METHODS)) {
    Object.defineProperty(String.prototype, name, { value, configurable: true, writable: true });
  }
  const value = (source: unknown, encoding?: unknown) => {
    if (Array.isArray(source)) return byteString(source.map(Number));
    const bytes = toBytes(String(source), toEncoding(encoding));
    return byteString(encoding === undefined ? codesOf(fromBytes(bytes, "utf8")) : bytes);
  };
  for (const owner of [String, String.prototype]) {
    Object.defineProperty(owner, "bytesFrom", { value, configurable: true, writable: true });
  }
}

function codesOf(text: string): number[] {
  return text.split("").map((character) => character.charCodeAt(0));
}

function byteString(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte & 0xff)).join("");
}
