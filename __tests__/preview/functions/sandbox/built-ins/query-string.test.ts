import nodeQuerystring from "node:querystring";
import { querystring } from "../../../../../preview/functions/sandbox/built-ins/query-string";

it.each([
  "name=value&abc=xyz&abc=123",
  "a=b%20c&d=e+f",
  "a&b=&=c&&d=1=2",
  "caf%C3%A9=%E2%82%AC",
  "__proto__=1&constructor=2",
  "",
])("parses %p as Node does", (text) => {
  expect({ ...querystring.parse(text) }).toEqual({ ...nodeQuerystring.parse(text) });
});

it("parses with other separators, a limit and a decoder", () => {
  expect({ ...querystring.parse("a:1;b:2;c:3", ";", ":", { maxKeys: 2 }) }).toEqual({
    a: "1",
    b: "2",
  });
  expect({
    ...querystring.parse("a=1", "&", "=", { decodeURIComponent: (text) => `<${text}>` }),
  }).toEqual({ "<a>": "<1>" });
});

it("replaces what is not UTF-8 by U+FFFD", () => {
  expect(querystring.unescape("%FF")).toBe("\ufffd");
  expect(querystring.unescape("100%")).toBe("100%");
});

it("writes what it parses", () => {
  expect(querystring.stringify({ name: "value", abc: ["xyz", "123"], anotherName: "" })).toBe(
    "name=value&abc=xyz&abc=123&anotherName=",
  );
  expect(querystring.stringify({ a: 1, b: true, c: null }, ";", ":")).toBe("a:1;b:true;c:");
  expect(querystring.stringify("text")).toBe("");
});
