import { coversOrigin } from "../../../preview/pipeline/allowed-origin";

it.each([
  ["*", "https://anything.example", true],
  ["http://example.org", "http://example.org", true],
  ["http://example.org", "https://example.org", false],
  ["http://example.org", "http://example.org:8080", false],
  ["example.org", "http://example.org", true],
  ["example.org", "https://example.org", true],
  ["example.org", "https://example.org:8443", false],
  ["example.org", "https://www.example.org", false],
  ["*.example.org", "https://www.example.org", true],
  ["*.example.org", "http://a.b.example.org", true],
  ["*.example.org", "https://example.org", false],
  ["*.example.org", "https://badexample.org", false],
  ["https://*.example.org", "https://www.example.org", true],
  ["https://*.example.org", "http://www.example.org", false],
  ["http://example.org:*", "http://example.org:8080", true],
  ["http://example.org:*", "http://example.org", true],
  ["http://example.org:1*3", "http://example.org:123", true],
  ["http://example.org:1*3", "http://example.org:1893", true],
  ["http://example.org:1*3", "http://example.org:124", false],
  ["http://example.org:443", "http://example.org:443", true],
  ["EXAMPLE.org", "https://example.ORG", true],
  ["example.org", "null", false],
])("%s covers %s: %s", (entry, origin, expected) => {
  expect(coversOrigin(entry, origin)).toBe(expected);
});
