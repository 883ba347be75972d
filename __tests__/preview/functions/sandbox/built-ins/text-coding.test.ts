import {
  atob,
  btoa,
  SandboxTextDecoder,
  SandboxTextEncoder,
} from "../../../../../preview/functions/sandbox/built-ins/text-coding";

it("encodes and decodes UTF-8", () => {
  const bytes = new SandboxTextEncoder().encode("a€😀");
  expect([...bytes]).toEqual([...Buffer.from("a€😀")]);
  expect(new SandboxTextDecoder().decode(bytes)).toBe("a€😀");
  expect(new SandboxTextEncoder().encoding).toBe("utf-8");
});

it("encodes into an array as far as whole characters fit", () => {
  const target = new Uint8Array(3);
  expect(new SandboxTextEncoder().encodeInto("a€b", target)).toEqual({ read: 1, written: 1 });
});

it("drops the byte order mark unless told otherwise", () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]);
  expect(new SandboxTextDecoder().decode(bytes)).toBe("a");
  expect(new SandboxTextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe("\ufeffa");
});

it("refuses malformed bytes when fatal, and other encodings", () => {
  expect(() =>
    new SandboxTextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from([0xff])),
  ).toThrow(TypeError);
  expect(() => new SandboxTextDecoder("utf-16")).toThrow(RangeError);
});

it("turns byte strings into base64 and back", () => {
  expect(btoa("a\u00ff")).toBe("Yf8=");
  expect(atob("Yf8=")).toBe("a\u00ff");
  expect(() => btoa("€")).toThrow("invalid character");
  expect(() => atob("*")).toThrow("not correctly encoded");
});
