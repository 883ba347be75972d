import { closeSandboxes, load, run, runIn, valueIn } from "../support/sandboxes";

afterEach(closeSandboxes);

describe("code that does not end", () => {
  it.each([
    ["a loop", "function handler() { for (;;); }"],
    ["a loop of microtasks", "async function handler() { for (;;) await 0; }"],
    [
      "a regular expression that backtracks",
      'function handler() { return /(a+)+$/.test("a".repeat(40) + "b"); }',
    ],
    ["a loop at the top level", "for (;;); function handler() {}"],
    [
      "a loop that catches everything",
      "function handler() { for (;;) { try { for (;;); } catch (e) {} } }",
    ],
  ])("%s is interrupted after 100 ms", async (_, code) => {
    const sandbox = await load(code);
    const start = performance.now();
    expect(await runIn(sandbox)).toMatchObject({
      kind: "timed-out",
      reason: "ran longer than 100 ms",
    });
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("is ended with its thread when QuickJS cannot interrupt it, and the runs behind it are done", async () => {
    const sandbox = await load(
      "function handler(event) { if (event.request.hang) Array.prototype.indexOf.call({ length: Math.pow(2, 53) - 1 }, 1); return 1; }",
    );
    const hang = runIn(sandbox, { hang: true });
    const behind = [runIn(sandbox), runIn(sandbox)];
    expect(await hang).toMatchObject({ kind: "timed-out", reason: "ran longer than 1000 ms" });
    expect((await Promise.all(behind)).map(valueIn)).toEqual([1, 1]);
    expect(valueIn(await runIn(sandbox))).toBe(1);
  });

  it("does not hold up the thread of the server", async () => {
    const sandbox = await load("function handler() { for (;;); }");
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    await Promise.all([runIn(sandbox), runIn(sandbox)]);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(10);
  });

  it("throws when its promise never settles", async () => {
    const outcome = await run("function handler() { return new Promise(function () {}); }");
    expect(outcome).toMatchObject({
      kind: "threw",
      reason: "the promise that the handler returned never settles",
    });
  });
});

describe("memory", () => {
  it.each([
    ["one string", 'function handler() { return "x".repeat(3e6).length; }'],
    [
      "a growing array",
      "function handler() { var all = []; for (;;) all.push('0123456789'.repeat(1000) + all.length); }",
    ],
    ["typed arrays", "function handler() { return new Uint8Array(3e6).length; }"],
  ])("over 2 MB, as %s, ends the run", async (_, code) => {
    expect(await run(code)).toMatchObject({
      kind: "threw",
      reason: "used more than 2 MB of memory",
    });
  });

  it("below 2 MB is the function's to use", async () => {
    expect(valueIn(await run('function handler() { return "x".repeat(1.5e6).length; }'))).toBe(
      1_500_000,
    );
  });

  it("is given back after a run that used too much", async () => {
    const sandbox = await load(
      "function handler(event) { if (event.request.big) return 'x'.repeat(3e6).length; return 'x'.repeat(1.5e6).length; }",
    );
    for (let turn = 0; turn < 5; turn += 1) {
      expect((await runIn(sandbox, { big: true })).kind).toBe("threw");
      expect((await runIn(sandbox)).kind).toBe("returned");
    }
  });

  it("is not exhausted by endless recursion: that is an exception", async () => {
    const sandbox = await load("function handler() { return handler() + 1; }");
    expect(await runIn(sandbox)).toMatchObject({
      kind: "threw",
      reason: expect.stringContaining("stack overflow"),
    });
    expect(await runIn(sandbox)).toMatchObject({
      kind: "threw",
      reason: expect.stringContaining("stack overflow"),
    });
  });
});
