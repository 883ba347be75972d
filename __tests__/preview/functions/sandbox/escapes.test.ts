import { closeSandboxes, run, valueIn } from "../support/sandboxes";

afterEach(closeSandboxes);

describe("code that tries to get out", () => {
  it.each([
    ["the constructor of this", 'this.constructor.constructor("return process")()'],
    ["the constructor of the event", 'event.constructor.constructor("return process")()'],
    ["the constructor of console.log", 'console.log.constructor("return process")()'],
    ["the constructor of require", 'require("crypto").createHash.constructor("return process")()'],
    ["an async function's constructor", '(async () => {}).constructor("return process")()'],
    ["a generator's constructor", '(function* () {}).constructor("return process")()'],
    ["eval", 'eval("process")'],
    ["an indirect eval", '(0, eval)("process")'],
    ["new Function", 'new Function("return process")()'],
    ["an error's prepareStackTrace", "Error.prepareStackTrace = (_, s) => s[0].getThis(); process"],
  ])("%s leads nowhere", async (_, expression) => {
    const outcome = await run(
      `function handler(event) { return String(${expression.replace(/; /, ", ")}); }`,
    );
    expect(outcome).toMatchObject({ kind: "threw" });
  });

  it("finds no process, no timers, no files, no network and no clock in the global scope", async () => {
    const names = [
      "process",
      "global",
      "setTimeout",
      "setInterval",
      "fetch",
      "performance",
      "std",
      "os",
      "XMLHttpRequest",
    ];
    const code = `function handler() { return [${names.map((name) => `typeof ${name}`).join()}]; }`;
    expect(valueIn(await run(code))).toEqual(names.map(() => "undefined"));
  });

  it("loads no module but the runtime's own", async () => {
    const code =
      'function handler() { return ["fs", "child_process", "__proto__", "constructor"].map(function (n) { try { require(n); return "loaded"; } catch (e) { return "refused"; } }); }';
    expect(valueIn(await run(code))).toEqual(["refused", "refused", "refused", "refused"]);
  });

  it("cannot put anything into the host by what it returns", async () => {
    const outcome = await run(
      'function handler() { return JSON.parse(\'{"__proto__": {"polluted": 1}}\'); }',
    );
    expect(JSON.stringify(valueIn(outcome))).toBe('{"__proto__":{"polluted":1}}');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
