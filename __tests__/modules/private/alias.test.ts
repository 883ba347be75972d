import { aliasProblem, isCovered } from "../../../modules/private/alias";

it.each(["example.com", "a.b.c.example.com", "*.example.com", "1and1.example", "xn--bcher-kva.de"])(
  "%s may be the name of a distribution",
  (name) => {
    expect(aliasProblem(name)).toBeUndefined();
  },
);

it.each([
  "Example.com",
  "localhost",
  "https://example.com",
  "example.com/",
  "example.com:443",
  "-a.example.com",
  "a-.example.com",
  "a..com",
  "*",
  "a.*.com",
  "*.*.com",
  "www*.example.com",
  "10.0.0.1",
  `${"a".repeat(64)}.com`,
  "",
])("%j may not", (name) => {
  expect(aliasProblem(name)).toBe(
    "must be a domain name in lower case; only the first label may be *",
  );
});

it.each<[string, readonly string[], boolean]>([
  ["example.com", ["example.com"], true],
  ["www.example.com", ["example.com"], false],
  ["www.example.com", ["example.com", "*.example.com"], true],
  ["example.com", ["*.example.com"], false],
  ["a.b.example.com", ["*.example.com"], false],
  ["a.b.example.com", ["*.b.example.com"], true],
  ["*.example.com", ["*.example.com"], true],
  ["*.example.com", ["www.example.com"], false],
  ["example.com", [], false],
])("%s by a certificate for %j: %s", (name, names, expected) => {
  expect(isCovered(name, names)).toBe(expected);
});
