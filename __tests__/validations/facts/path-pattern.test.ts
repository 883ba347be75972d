import { covers, overlaps } from "../../../validations/facts/path-pattern";

describe("covers", () => {
  it.each([
    ["/api/*", "/api/users", true],
    ["/api/*", "api/users/*", true],
    ["/api/*", "/api", false],
    ["/api/*", "/api*", false],
    ["*", "/anything/*.js", true],
    ["*.js", "/static/*.js", true],
    ["/static/*", "*.js", false],
    ["/a?c", "/abc", true],
    ["/a?c", "/a*c", false],
    ["/a*c", "/a?c", true],
    ["/a**", "/a*", true],
    ["/API/*", "/api/*", false],
  ])("%s covers %s: %s", (wide, narrow, expected) => {
    expect(covers(wide, narrow)).toBe(expected);
  });
});

describe("overlaps", () => {
  it.each([
    ["/api/*", "*.css", true],
    ["/api/*", "/users/*", false],
    ["/*", "/users", true],
    ["/a?", "/ab", true],
    ["/a?", "/a", false],
    ["/*/x", "/y/*", true],
  ])("%s and %s: %s", (left, right, expected) => {
    expect(overlaps(left, right)).toBe(expected);
    expect(overlaps(right, left)).toBe(expected);
  });
});

describe("both agree with trying every short path", () => {
  const words = (letters: string, length: number): string[] =>
    length === 0
      ? [""]
      : words(letters, length - 1).flatMap((w) => [w, ...[...letters].map((l) => w + l)]);
  const paths = [...new Set(words("ab", 5))].map((word) => `/${word}`);
  const patterns = [...new Set(words("a*?", 3))].map((word) => `/${word}`);
  const matches = (pattern: string) => {
    const source = pattern.replaceAll("*", "[ab]*").replaceAll("?", "[ab]");
    return paths.filter((path) => new RegExp(`^${source}$`).test(path));
  };

  it("over all patterns of three tokens", () => {
    for (const left of patterns) {
      const mine = new Set(matches(left));
      for (const right of patterns) {
        const theirs = matches(right);
        if (covers(left, right)) expect(theirs.filter((path) => !mine.has(path))).toEqual([]);
        expect([left, right, overlaps(left, right)]).toEqual([
          left,
          right,
          theirs.some((path) => mine.has(path)),
        ]);
      }
    }
  });
});

it("takes no exponential time for many wildcards", () => {
  const start = performance.now();
  covers(`/${"*a".repeat(120)}b`, `/${"*a".repeat(120)}`);
  expect(performance.now() - start).toBeLessThan(5000);
});
