import { targetProblem } from "../../../preview/server/request-target";

describe("a request target (V4)", () => {
  it.each([
    "/",
    "/a//b",
    "/a/../b",
    "/%2e%2e/x",
    "/a?b=//c",
    "/?http://x/",
    "//",
    "///",
    "///?a=1",
  ])("%s may pass", (target) => {
    expect(targetProblem("GET", target)).toBeUndefined();
  });

  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "https://localhost/",
    "//evil.example/x",
    "///evil.example/x",
    "/\\evil.example/x",
    "\\\\evil.example",
    "/a\\..\\b",
    "/a#b",
    "/a\u0000b",
    "/a\u0007b",
    "/a\u007fb",
    "/a b",
    "a/b",
    "",
    "*",
    "?a=1",
  ])("%j is refused", (target) => {
    expect(targetProblem("GET", target)).toEqual(expect.any(String));
  });

  it("refuses CONNECT, whatever it asks for", () => {
    expect(targetProblem("CONNECT", "/")).toBe("CONNECT is for proxies");
  });
});
