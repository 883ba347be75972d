import { SandboxBuffer } from "../../../../../preview/functions/sandbox/built-ins/buffer";
import { addNumberMethods } from "../../../../../preview/functions/sandbox/built-ins/buffer-numbers";

addNumberMethods();

type AnyBuffer = typeof Buffer;
const both: readonly AnyBuffer[] = [SandboxBuffer as unknown as AnyBuffer, Buffer];

/** What an expression gives with our buffer and with Node's. */
function compare(expression: (buffer: AnyBuffer) => unknown): void {
  const [ours, nodes] = both.map((buffer) => {
    const value = expression(buffer);
    return value instanceof Uint8Array ? [...value] : value;
  });
  expect(ours).toEqual(nodes);
}

it.each<[string, (buffer: AnyBuffer) => unknown]>([
  ["alloc with a pattern", (B) => B.alloc(7, "abc")],
  ["alloc with hexadecimal", (B) => B.alloc(4, "0aff", "hex")],
  ["byteLength of text", (B) => B.byteLength("grüße€😀")],
  ["byteLength of base64", (B) => B.byteLength("aGk=", "base64")],
  [
    "compare",
    (B) => [
      B.compare(B.from("a"), B.from("b")),
      B.from("b").compare(B.from("ab")),
      B.from("a").compare(B.from("a")),
    ],
  ],
  ["concat", (B) => B.concat([B.from("ab"), B.from("cd")])],
  ["concat cut off", (B) => B.concat([B.from("ab"), B.from("cd")], 3)],
  ["concat filled up", (B) => B.concat([B.from("ab")], 3)],
  ["from an array", (B) => B.from([1, 2, 300, -1])],
  ["from an array buffer", (B) => B.from(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)],
  ["from its JSON", (B) => B.from(JSON.parse(JSON.stringify(B.from("hi"))))],
  ["from base64url", (B) => B.from("-_-_", "base64url")],
  ["from half a hexadecimal digit", (B) => B.from("0af", "hex")],
  ["isEncoding", (B) => [B.isEncoding("hex"), B.isEncoding("nope")]],
  ["isBuffer", (B) => [B.isBuffer(B.from("")), B.isBuffer(new Uint8Array(1))]],
  [
    "copy",
    (B) => {
      const t = B.alloc(4);
      return [B.from("abcdef").copy(t, 1, 2), ...t];
    },
  ],
  ["equals", (B) => [B.from("a").equals(B.from("a")), B.from("a").equals(B.from("b"))]],
  ["fill", (B) => B.alloc(6).fill("xy", 1, 5)],
  [
    "includes",
    (B) => [
      B.from("hello").includes("ell"),
      B.from("hello").includes("x"),
      B.from("hello").includes(104),
    ],
  ],
  [
    "indexOf",
    (B) => [
      B.from("abcabc").indexOf("c", 3),
      B.from("abcabc").indexOf("abc", -3),
      B.from("abc").indexOf(B.from("z")),
    ],
  ],
  [
    "lastIndexOf",
    (B) => [
      B.from("abcabc").lastIndexOf("abc"),
      B.from("abcabc").lastIndexOf("abc", 2),
      B.from("abc").lastIndexOf("z"),
    ],
  ],
  ["subarray", (B) => [...B.from("abcdef").subarray(-3, -1), ...B.from("abc").subarray(5)]],
  ["swap16", (B) => B.from([1, 2, 3, 4]).swap16()],
  ["swap32", (B) => B.from([1, 2, 3, 4]).swap32()],
  ["swap64", (B) => B.from([1, 2, 3, 4, 5, 6, 7, 8]).swap64()],
  [
    "toString of malformed UTF-8",
    (B) => B.from([0x61, 0xff, 0xe2, 0x82, 0x62, 0xf0, 0x9f]).toString(),
  ],
  ["toString of a part", (B) => B.from("abcdef").toString("utf8", 1, 4)],
  [
    "toString of everything",
    (B) =>
      ["hex", "base64", "base64url", "utf8"].map((e) =>
        B.from("grüße€😀?>").toString(e as BufferEncoding),
      ),
  ],
  [
    "write",
    (B) => {
      const t = B.alloc(6);
      return [t.write("abc", 1), t.write("ffee", 4, "hex"), ...t];
    },
  ],
  [
    "write without room",
    (B) => {
      const t = B.alloc(2);
      return [t.write("abcdef"), ...t];
    },
  ],
  [
    "readIntBE and readUIntLE",
    (B) => [
      B.from([0xff, 0xfe, 0xfd]).readIntBE(0, 3),
      B.from([1, 2, 3, 4, 5, 6]).readUIntLE(0, 6),
    ],
  ],
  [
    "writeIntLE and writeUIntBE",
    (B) => {
      const t = B.alloc(8);
      return [t.writeIntLE(-2, 0, 3), t.writeUIntBE(0x010203, 4, 3), ...t];
    },
  ],
  [
    "read integers",
    (B) => {
      const t = B.from([0x80, 0x01, 0x02, 0x83]);
      return [
        t.readInt8(0),
        t.readUInt8(0),
        t.readInt16BE(0),
        t.readUInt16LE(2),
        t.readInt32LE(0),
        t.readUInt32BE(0),
      ];
    },
  ],
  [
    "write integers",
    (B) => {
      const t = B.alloc(12);
      return [
        t.writeInt8(-1, 0),
        t.writeUInt16LE(258, 1),
        t.writeInt32BE(-5, 4),
        t.writeUInt32LE(7, 8),
        ...t,
      ];
    },
  ],
  [
    "floating-point numbers",
    (B) => {
      const t = B.alloc(12);
      t.writeFloatBE(1.5, 0);
      t.writeDoubleLE(-2.25, 4);
      return [t.readFloatBE(0), t.readDoubleLE(4), ...t];
    },
  ],
])("%s is as in Node", (_, expression) => {
  compare(expression);
});

it("refuses encodings that the runtime does not have", () => {
  expect(() => SandboxBuffer.from("a", "latin1")).toThrow('"latin1" encoding is not supported');
});

it("refuses sizes out of bounds", () => {
  const buffer = SandboxBuffer.alloc(2) as unknown as Buffer;
  expect(() => buffer.readIntBE(0, 7)).toThrow(RangeError);
  expect(() => buffer.readUIntLE(1, 2)).toThrow(RangeError);
  expect(() => buffer.swap32()).toThrow(RangeError);
});
