// The numbers in a buffer: `readInt16BE`, `writeUIntLE`, `swap32` and their like, made from tables.
import { SandboxBuffer } from "./buffer";

type Kind = "Int8" | "Int16" | "Int32" | "Uint8" | "Uint16" | "Uint32" | "Float32" | "Float64";

const FIXED: readonly (readonly [name: string, kind: Kind])[] = [
  ["Int8", "Int8"],
  ["UInt8", "Uint8"],
  ["Int16", "Int16"],
  ["UInt16", "Uint16"],
  ["Int32", "Int32"],
  ["UInt32", "Uint32"],
  ["Float", "Float32"],
  ["Double", "Float64"],
];

/** Adds the methods that read and write numbers to the buffer's prototype. */
export function addNumberMethods(): void {
  for (const [name, kind] of FIXED) {
    if (kind.endsWith("8")) addFixed(name, kind, true);
    else for (const order of ["LE", "BE"]) addFixed(`${name}${order}`, kind, order === "LE");
  }
  for (const order of ["LE", "BE"] as const) {
    addSized(`Int${order}`, order, "signed");
    addSized(`UInt${order}`, order, "unsigned");
  }
  for (const bits of [16, 32, 64]) addSwap(bits);
}

function define(name: string, method: (this: SandboxBuffer, ...args: number[]) => unknown): void {
  Object.defineProperty(SandboxBuffer.prototype, name, {
    value: method,
    configurable: true,
    writable: true,
  });
}

function viewOf(buffer: SandboxBuffer): DataView {
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

function addFixed(name: string, kind: Kind, isLittle: boolean): void {
  define(`read${name}`, function (offset = 0) {
    return viewOf(this)[`get${kind}`](offset, isLittle);
  });
  define(`write${name}`, function (value = 0, offset = 0) {
    viewOf(this)[`set${kind}`](offset, value, isLittle);
    return offset + Number(/\d+/.exec(kind)?.[0]) / 8;
  });
}

function addSized(name: string, order: "LE" | "BE", sign: "signed" | "unsigned"): void {
  define(`read${name}`, function (offset = 0, byteLength = 0) {
    checkSize(this, offset, byteLength);
    let value = 0;
    for (let at = 0; at < byteLength; at += 1) {
      value = value * 256 + (this[offset + (order === "BE" ? at : byteLength - 1 - at)] ?? 0);
    }
    return sign === "signed" && value >= 2 ** (8 * byteLength - 1)
      ? value - 2 ** (8 * byteLength)
      : value;
  });
  define(`write${name}`, function (value = 0, offset = 0, byteLength = 0) {
    checkSize(this, offset, byteLength);
    let rest = value < 0 ? value + 2 ** (8 * byteLength) : value;
    for (let at = 0; at < byteLength; at += 1) {
      this[offset + (order === "LE" ? at : byteLength - 1 - at)] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    return offset + byteLength;
  });
}

function checkSize(buffer: SandboxBuffer, offset: number, byteLength: number): void {
  if (byteLength < 1 || byteLength > 6) throw new RangeError("byteLength must be between 1 and 6");
  if (offset < 0 || offset + byteLength > buffer.length)
    throw new RangeError("index is outside the bound of the buffer");
}

function addSwap(bits: number): void {
  const size = bits / 8;
  define(`swap${bits}`, function () {
    if (this.length % size !== 0)
      throw new RangeError(`Buffer size must be a multiple of ${bits}-bits`);
    for (let at = 0; at < this.length; at += size) this.subarray(at, at + size).reverse();
    return this;
  });
}
