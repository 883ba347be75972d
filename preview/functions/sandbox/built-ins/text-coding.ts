// `TextEncoder`, `TextDecoder`, `atob` and `btoa` of runtime 2.0.
import { fromBytes, toBytes, utf8Text } from "./encodings";

/** UTF-8 only, as in the standard. */
export class SandboxTextEncoder {
  readonly encoding = "utf-8";

  encode(text: unknown = ""): Uint8Array {
    return Uint8Array.from(toBytes(String(text), "utf8"));
  }

  encodeInto(text: string, target: Uint8Array): { read: number; written: number } {
    let read = 0;
    let written = 0;
    for (const character of text) {
      const bytes = toBytes(character, "utf8");
      if (written + bytes.length > target.length) break;
      target.set(bytes, written);
      read += character.length;
      written += bytes.length;
    }
    return { read, written };
  }
}

/** UTF-8 only; any other label is refused. */
export class SandboxTextDecoder {
  readonly encoding = "utf-8";
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(label: unknown = "utf-8", options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    if (!/^utf-?8$/i.test(String(label)))
      throw new RangeError(`The "${String(label)}" encoding is not supported`);
    this.fatal = options.fatal === true;
    this.ignoreBOM = options.ignoreBOM === true;
  }

  decode(source: ArrayBuffer | ArrayBufferView = new ArrayBuffer(0)): string {
    const bytes = ArrayBuffer.isView(source)
      ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
      : new Uint8Array(source);
    const text = utf8Text(bytes, this.fatal ? "refuse" : "replace");
    if (text === undefined) throw new TypeError("The encoded data was not valid");
    return this.ignoreBOM ? text : text.replace(/^\ufeff/, "");
  }
}

/** A byte string of base64 text. */
export function atob(text: unknown): string {
  const clean = String(text).replace(/[\t\n\f\r ]/g, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(clean) || clean.replace(/=+$/, "").length % 4 === 1) {
    throw new TypeError("the string to be decoded is not correctly encoded");
  }
  return toBytes(clean, "base64")
    .map((byte) => String.fromCharCode(byte))
    .join("");
}

/** The base64 text of a byte string. */
export function btoa(text: unknown): string {
  const codes = String(text)
    .split("")
    .map((character) => character.charCodeAt(0));
  if (codes.some((code) => code > 255)) throw new TypeError("invalid character (>= U+00FF)");
  return fromBytes(codes, "base64");
}
