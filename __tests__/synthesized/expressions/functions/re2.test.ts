import { toRegExp } from "../../../../synthesized/expressions/functions/re2";

it.each([
  // [pattern, text, what matches first]
  ["^https?://([^/]*).*", "http://a/b", "http://a/b"],
  ["\\-\\_\\:\\@\\/\\.", "-_:@/.", "-_:@/."],
  ["[\\w-]+", "a-b c", "a-b"],
  ["[]a]+", "]a]", "]a]"],
  ["[^]a]+", "xy]", "xy"],
  ["[[:alpha:]_]+", "ab_1", "ab_"],
  ["a{2}b{,3}", "aab{,3}", "aab{,3}"],
  ["{x}", "{x}", "{x}"],
  ["\\Qa.b\\E+", "a.bbb", "a.bbb"],
  ["\\x{e9}\\pL", "éa", "éa"],
  ["(?i)ABC", "abc", "abc"],
  ["(?s)a.b", "a\nb", "a\nb"],
  ["(?P<n>a)(?<m>b)", "ab", "ab"],
  ["\\Aa", "ab", "a"],
  ["b\\z", "ab", "b"],
  ["\\s\\S", " x", " x"],
  ["[\\s]", "\t", "\t"],
])("%s finds in %j what RE2 finds", (pattern, text, expected) => {
  expect(toRegExp(pattern).exec(text)?.[0]).toBe(expected);
});

it("lets a dot match everything but a line feed, as RE2 does", () => {
  expect(toRegExp("a.b").test("a\nb")).toBe(false);
  expect(toRegExp("a.b").test("a\rb")).toBe(true);
});

it.each([
  ["(?=a)", /RE2 has no "\(\?="/],
  ["(?<!a)b", /RE2 has no/],
  ["(a)\\1", /no back-reference \\1/],
  ["[[:^alpha:]]", /not supported/],
  ["(", /is no regular expression/],
])("refuses %s, as Terraform would", (pattern, message) => {
  expect(() => toRegExp(pattern)).toThrow(message);
});
