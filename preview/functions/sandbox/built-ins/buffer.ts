import { fromBytes, isEncoding, toBytes, toEncoding } from "./encodings";

type Bytes = Uint8Array | readonly number[];

/** `Buffer` of runtime 2.0: the methods that AWS lists, as Node has them. */
export class SandboxBuffer extends Uint8Array {
  static alloc(size: number, fill: unknown = 0, encoding?: string): SandboxBuffer {
    const made = new SandboxBuffer(size);
    return fill === 0 ? made : made.fill(fill as number, 0, size, encoding);
  }

  static allocUnsafe(size: number): SandboxBuffer {
    return new SandboxBuffer(size);
  }

  static byteLength(value: unknown, encoding?: string): number {
    if (typeof value === "string") return toBytes(value, toEncoding(encoding)).length;
    return (value as ArrayBuffer).byteLength;
  }

  static compare(left: Uint8Array, right: Uint8Array): number {
    const shorter = Math.min(left.length, right.length);
    for (let at = 0; at < shorter; at += 1) {
      const difference = (left[at] ?? 0) - (right[at] ?? 0);
      if (difference !== 0) return difference < 0 ? -1 : 1;
    }
    return Math.sign(left.length - right.length);
  }

  static concat(list: readonly Uint8Array[], totalLength?: number): SandboxBuffer {
    const bytes = list.reduce<number[]>(
      (all, part) => all.concat(Array.prototype.slice.call(part)),
      [],
    );
    return SandboxBuffer.alloc(totalLength ?? bytes.length).put(bytes);
  }

  static override from(
    source: unknown,
    offsetOrEncoding?: unknown,
    length?: unknown,
  ): SandboxBuffer {
    if (typeof source === "string") return toBuffer(toBytes(source, toEncoding(offsetOrEncoding)));
    if (source instanceof ArrayBuffer) {
      return new SandboxBuffer(source, Number(offsetOrEncoding ?? 0), length as number | undefined);
    }
    if (typeof source !== "object" || source === null) {
      throw new TypeError("first argument is not a string or Buffer-like object");
    }
    const primitive: unknown = source.valueOf();
    if (primitive !== source) return SandboxBuffer.from(primitive, offsetOrEncoding, length);
    const { type, data } = source as { type?: unknown; data?: unknown };
    const items = type === "Buffer" && Array.isArray(data) ? data : source;
    return toBuffer(Array.prototype.slice.call(items));
  }

  static isBuffer(value: unknown): boolean {
    return value instanceof SandboxBuffer;
  }

  static isEncoding(value: unknown): boolean {
    return isEncoding(value);
  }

  compare(
    target: Uint8Array,
    targetStart = 0,
    targetEnd = target.length,
    sourceStart = 0,
    sourceEnd = this.length,
  ): number {
    const source = this.subarray(sourceStart, sourceEnd);
    return SandboxBuffer.compare(source, target.subarray(targetStart, targetEnd));
  }

  copy(target: Uint8Array, targetStart = 0, sourceStart = 0, sourceEnd = this.length): number {
    const part = this.subarray(
      sourceStart,
      Math.min(sourceEnd, sourceStart + target.length - targetStart),
    );
    target.set(part, targetStart);
    return part.length;
  }

  equals(other: Uint8Array): boolean {
    return SandboxBuffer.compare(this, other) === 0;
  }

  override fill(
    value: unknown,
    offset: unknown = 0,
    end: unknown = this.length,
    encoding?: string,
  ): this {
    const hasEncodingOnly = typeof offset === "string";
    const pattern = toPattern(value, hasEncodingOnly ? (offset as string) : encoding);
    const from = hasEncodingOnly ? 0 : Number(offset);
    if (pattern.length === 0) return this;
    for (let at = from; at < Number(end); at += 1)
      this[at] = pattern[(at - from) % pattern.length] ?? 0;
    return this;
  }

  override includes(value: unknown, byteOffset: unknown = 0, encoding?: string): boolean {
    return this.indexOf(value, byteOffset, encoding) >= 0;
  }

  override indexOf(value: unknown, byteOffset: unknown = 0, encoding?: string): number {
    const wanted = toPattern(value, typeof byteOffset === "string" ? byteOffset : encoding);
    const from = typeof byteOffset === "string" ? 0 : Number(byteOffset);
    for (
      let at = from < 0 ? Math.max(0, this.length + from) : from;
      at + wanted.length <= this.length;
      at += 1
    ) {
      if (this.hasAt(wanted, at)) return at;
    }
    return -1;
  }

  override lastIndexOf(
    value: unknown,
    byteOffset: unknown = this.length,
    encoding?: string,
  ): number {
    const wanted = toPattern(value, typeof byteOffset === "string" ? byteOffset : encoding);
    const from = typeof byteOffset === "string" ? this.length : Number(byteOffset);
    const last = Math.min(from < 0 ? this.length + from : from, this.length - wanted.length);
    for (let at = last; at >= 0; at -= 1) if (this.hasAt(wanted, at)) return at;
    return -1;
  }

  override subarray(start = 0, end = this.length): SandboxBuffer {
    const from = clamp(start, this.length);
    return new SandboxBuffer(
      this.buffer,
      this.byteOffset + from,
      Math.max(0, clamp(end, this.length) - from),
    );
  }

  toJSON(): { type: "Buffer"; data: number[] } {
    return { type: "Buffer", data: Array.prototype.slice.call(this) };
  }

  override toString(encoding?: string, start = 0, end = this.length): string {
    return fromBytes(this.subarray(start, end), toEncoding(encoding));
  }

  write(text: string, offset: unknown = 0, length?: unknown, encoding?: string): number {
    const named = [offset, length, encoding].find((value) => typeof value === "string");
    const at = typeof offset === "string" ? 0 : Number(offset);
    const room = Math.min(this.length - at, typeof length === "number" ? length : this.length);
    const bytes = toBytes(text, toEncoding(named)).slice(0, Math.max(0, room));
    this.put(bytes, at);
    return bytes.length;
  }

  /** Writes as many bytes as there is room for. */
  private put(bytes: Bytes, at = 0): this {
    for (let index = 0; index < bytes.length && at + index < this.length; index += 1) {
      this[at + index] = bytes[index] ?? 0;
    }
    return this;
  }

  private hasAt(wanted: Bytes, at: number): boolean {
    for (let index = 0; index < wanted.length; index += 1) {
      if (this[at + index] !== wanted[index]) return false;
    }
    return true;
  }
}

function toBuffer(bytes: readonly unknown[]): SandboxBuffer {
  const made = new SandboxBuffer(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) made[at] = Number(bytes[at]) & 0xff;
  return made;
}

function toPattern(value: unknown, encoding: string | undefined): Bytes {
  if (typeof value === "string") return toBytes(value, toEncoding(encoding));
  if (value instanceof Uint8Array) return value;
  return [Number(value) & 0xff];
}

function clamp(index: number, length: number): number {
  const whole = Math.trunc(Number(index)) || 0;
  return whole < 0 ? Math.max(0, length + whole) : Math.min(whole, length);
}
