import { matchesGlob } from "../../../../synthesized/expressions/functions/glob";

it.each([
  ["index.html", "*.html", true],
  ["a/index.html", "*.html", false],
  ["a/b/index.html", "**/*.html", true],
  ["index.html", "**/*.html", true],
  ["a/b/c", "**", true],
  ["a.js", "*.{js,css}", true],
  ["a.ts", "*.{js,css}", false],
  ["a1", "a?", true],
  ["a/b", "a?b", false],
  ["a+b", "a+b", true],
  ["b", "[abc]", true],
])("%s against %s is %s", (path, pattern, expected) => {
  expect(matchesGlob(path, pattern)).toBe(expected);
});
