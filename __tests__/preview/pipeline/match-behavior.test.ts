import {
  compilePattern,
  matchBehavior,
  matchesGlob,
} from "../../../preview/pipeline/match-behavior";

describe("a path pattern", () => {
  it.each([
    ["/api/users", "/api/*", true],
    ["/api/", "/api/*", true],
    ["/api", "/api/*", false],
    ["/api", "/api*", true],
    ["/apiary", "/api*", true],
    ["/api/users", "api/*", true],
    ["/API/users", "/api/*", false],
    ["/LOGO.JPG", "*.jpg", false],
    ["/logo.jpg", "*.jpg", true],
    ["/a/b/logo.jpg", "*.jpg", true],
    ["/assets/images/a.jpg", "images/*.jpg", false],
    ["/images/a.jpg", "images/*.jpg", true],
    ["/images/x/a.jpg", "images/*.jpg", true],
    ["/my-product.jpg", "*product.jpg", true],
    ["/my-product.jpg", "/*product.jpg", true],
    ["/a/product.jpg", "*product.jpg", true],
    ["/a1", "/a?", true],
    ["/a", "/a?", false],
    ["/a12", "/a?", false],
    ["/a/", "/a?", true],
    ["/a+js", "/a.js", false],
    ["/axjs", "/a.js", false],
    ["/a.js", "/a.js", true],
    ["/a$b", "/a$b", true],
    ["/(x)", "/(x)", true],
    ["/x", "/(x|y)", false],
    ["/anything/at/all", "*", true],
    ["/", "*", true],
    ["/v1/users/7", "/v?/users/*", true],
    ["/v10/users/7", "/v?/users/*", false],
    ["/users/7/photos", "/users/*/photos", true],
    ["/users/7/8/photos", "/users/*/photos", true],
    ["/users/7/photo", "/users/*/photos", false],
    ["/aXbXc", "/a**c", true],
  ])("%s against %s is %s", (path, pattern, expected) => {
    expect(compilePattern(pattern)(path)).toBe(expected);
  });

  it("takes no exponential time on hostile input", () => {
    const matches = compilePattern(`/${"*a".repeat(100)}b`);
    const start = Date.now();
    expect(matches(`/${"a".repeat(8000)}`)).toBe(false);
    expect(Date.now() - start).toBeLessThan(5000);
  });

  it.each([
    ["userid_7", "userid_*", true],
    ["user", "userid_*", false],
    ["ab", "a?", true],
    ["", "*", true],
    ["", "?", false],
  ])("%s fits the wildcards of %s: %s", (text, pattern, expected) => {
    expect(matchesGlob(text, pattern)).toBe(expected);
  });
});

describe("the choice of a behavior", () => {
  const compiled = (pattern: string) => ({ pattern, matches: compilePattern(pattern) });
  const [api, health, css, rest] = ["/api/*", "/api/health", "*.css", "*"].map(compiled) as [
    ReturnType<typeof compiled>,
    ReturnType<typeof compiled>,
    ReturnType<typeof compiled>,
    ReturnType<typeof compiled>,
  ];

  it("takes the first match, not the most specific one", () => {
    expect(matchBehavior("/api/health", [api, health], rest)).toBe(api);
    expect(matchBehavior("/api/theme.css", [css, api], rest)).toBe(css);
  });

  it("takes the default behavior last", () => {
    expect(matchBehavior("/other", [api, health], rest)).toBe(rest);
  });
});
