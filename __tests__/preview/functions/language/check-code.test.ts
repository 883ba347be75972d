import { checkCode } from "../../../../preview/functions/language/check-code";

const HANDLER = "function handler(event) { return event.request; }";
const check = (code: string, runtime: "cloudfront-js-1.0" | "cloudfront-js-2.0") =>
  checkCode("test", code, runtime);

describe("runtime 1.0", () => {
  it.each([
    ["const", "const a = 1;", "the const statement"],
    ["let", "let a = 1;", "the let statement"],
    ["async functions", "async function a() {}", "an async function"],
    ["imports", 'import cf from "cloudfront";', "an import"],
    ["classes", "class A {}", "a class"],
    ["destructuring", "var { a } = {};", "destructuring"],
    ["spread syntax", "var a = [...[]];", "spread syntax"],
    ["for-of loops", "for (var a of []) {}", "a for-of loop"],
    ["generators", "function* a() {}", "a generator"],
    ["default parameters", "function a(b = 1) {}", "a default parameter"],
    ["optional chaining", "var a = b?.c; var b;", "optional chaining (?.)"],
    ["nullish coalescing", "var a = 1 ?? 2;", "nullish coalescing (??)"],
    ["exports", `export ${HANDLER}`, "an export"],
  ])("has no %s", (_, code, name) => {
    const whole = code.includes("handler") ? code : `${HANDLER}\n${code}`;
    const line = code.includes("handler") ? 1 : 2;
    expect(() => check(whole, "cloudfront-js-1.0")).toThrow(
      `function "test" cannot run on cloudfront-js-1.0: ${name} is not supported (line ${line})`,
    );
  });

  it("has what AWS adds to ES 5.1: arrow functions, rest parameters, template literals, **", () => {
    const code = `${HANDLER} var a = (...b) => \`\${b}\` + 2 ** 3;`;
    expect(check(code, "cloudfront-js-1.0")).toEqual({ code, warnings: [] });
  });
});

describe("runtime 2.0", () => {
  it("has const, let and async functions", () => {
    const code =
      "const a = 1; let b = 2; async function handler(event) { await a; return event.request; }";
    expect(check(code, "cloudfront-js-2.0")).toEqual({ code, warnings: [] });
  });

  it.each([
    ["an async closure", "function a() { return async () => {}; }", "an async closure or argument"],
    ["a class", "class A {}", "a class"],
    ["console.log with a comma", "console.log('a', 'b');", "console.log() with several arguments"],
  ])("warns of %s", (_, code, name) => {
    const { warnings } = check(`${HANDLER}\n${code}`, "cloudfront-js-2.0");
    expect(warnings).toEqual([
      expect.stringContaining(`${name} is not among what AWS lists as supported (line 2)`),
    ]);
  });

  it.each([
    ["an export", `export ${HANDLER}`, "an export is not supported"],
    ["a dynamic import", `${HANDLER} import("fs");`, "a dynamic import is not supported"],
    [
      "await at the top level",
      `${HANDLER} await 0;`,
      "await outside of an async function is not supported",
    ],
    ["import.meta", `${HANDLER} import.meta;`, "import.meta is not supported"],
    [
      "another module",
      `import fs from "fs"; ${HANDLER}`,
      'imports "fs" (line 1): only cloudfront, crypto, querystring, buffer can be imported',
    ],
  ])("refuses %s", (_, code, message) => {
    expect(() => check(code, "cloudfront-js-2.0")).toThrow(message);
  });

  it("turns imports into calls without moving a line", () => {
    const code = `import cf from 'cloudfront';\nimport {\n  createHash as hash,\n  createHmac\n} from 'crypto';\nimport * as qs from 'querystring';\n${HANDLER}`;
    expect(check(code, "cloudfront-js-2.0").code).toBe(
      `const cf=$import("cloudfront");\nconst hash=$import("crypto")["createHash"],createHmac=$import("crypto")["createHmac"];\n\n\n\nconst qs=$import("querystring");\n${HANDLER}`,
    );
  });
});

it("refuses code that is not JavaScript, with its place", () => {
  expect(() => check("function handler( {", "cloudfront-js-2.0")).toThrow(
    /function "test" is not valid JavaScript: .*\(1:\d+\)/,
  );
});

it("refuses strict-mode errors: functions run in strict mode", () => {
  expect(() => check(`${HANDLER} with (a) {}`, "cloudfront-js-1.0")).toThrow(
    "is not valid JavaScript",
  );
});

it("refuses code without a handler", () => {
  expect(() => check("function main() {}", "cloudfront-js-2.0")).toThrow(
    'function "test" has no handler: declare function handler(event) at the top level',
  );
});

it("takes 10 KB of code and not a byte more", () => {
  const filled = HANDLER.padEnd(10_240);
  expect(() => check(filled, "cloudfront-js-2.0")).not.toThrow();
  expect(() => check(`${filled} `, "cloudfront-js-2.0")).toThrow(
    'function "test" has 10241 bytes of code: CloudFront takes at most 10240, shorten it',
  );
});
