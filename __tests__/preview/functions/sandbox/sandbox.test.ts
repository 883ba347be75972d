import { closeSandboxes, load, NOW, run, runIn, valueIn } from "../support/sandboxes";

afterEach(closeSandboxes);

describe("one run", () => {
  it("knows nothing of the one before it", async () => {
    const sandbox = await load(
      "var runs = 0; function handler() { runs += 1; globalThis.seen = (globalThis.seen || 0) + 1; Array.prototype.count = (Array.prototype.count || 0) + 1; return [runs, globalThis.seen, Array.prototype.count]; }",
    );
    expect(valueIn(await runIn(sandbox))).toEqual([1, 1, 1]);
    expect(valueIn(await runIn(sandbox))).toEqual([1, 1, 1]);
  });

  it("knows nothing of one that broke the built-ins", async () => {
    const sandbox = await load(
      "function handler(event) { if (event.request.bad) { Object.prototype.toJSON = function () { return 'bad'; }; JSON.parse = null; Date.now = null; delete globalThis.Array; } return [typeof Array, typeof JSON.parse, Date.now()]; }",
    );
    await runIn(sandbox, { bad: true });
    expect(valueIn(await runIn(sandbox))).toEqual(["function", "function", NOW]);
  });

  it("sees a clock that stands still", async () => {
    const code =
      "var top = Date.now(); function handler() { for (var i = 0; i < 1e5; i += 1); return [top, Date.now(), new Date().getTime(), +new Date(0), new Date() instanceof Date, Date().slice(0, 15)]; }";
    expect(valueIn(await run(code))).toEqual([NOW, NOW, NOW, 0, true, "Fri Jan 02 2026"]);
  });

  it("sees UTC, whatever the time zone of the machine", async () => {
    const zone = process.env.TZ;
    process.env.TZ = "America/New_York";
    try {
      expect(
        valueIn(
          await run(
            "function handler() { return [new Date(2026, 0, 1).toISOString(), new Date().getTimezoneOffset()]; }",
          ),
        ),
      ).toEqual(["2026-01-01T00:00:00.000Z", 0]);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("has random numbers of its own", async () => {
    const sandbox = await load("function handler() { return [Math.random(), Math.random()]; }");
    const [first, second] = [
      valueIn(await runIn(sandbox, {}, 1)),
      valueIn(await runIn(sandbox, {}, 2)),
    ] as number[][];
    expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(4);
  });

  it("logs what it said, cut off at 10 KB", async () => {
    const outcome = await run(
      'function handler() { console.log("a"); console.log({ b: 1 }); for (var i = 0; i < 200; i += 1) console.log("0".repeat(100)); return 1; }',
    );
    expect(outcome.logs.slice(0, 2)).toEqual(["a", '{"b":1}']);
    expect(outcome.logs.join("")).toHaveLength(10_240);
  });

  it("keeps what it logged before it threw or was interrupted", async () => {
    expect(
      await run('function handler() { console.log("before"); throw new TypeError("no"); }'),
    ).toEqual({
      kind: "threw",
      reason: "TypeError: no (test.js:1)",
      logs: ["before"],
    });
    expect((await run('function handler() { console.log("before"); for (;;); }')).logs).toEqual([
      "before",
    ]);
  });
});

describe("a sandbox", () => {
  it("refuses code that QuickJS cannot compile", async () => {
    await expect(load("function handler( {")).rejects.toThrow();
  });

  it("fails the runs that come after it is closed", async () => {
    const sandbox = await load("function handler() { return 1; }");
    await sandbox.close();
    expect(await runIn(sandbox)).toMatchObject({ kind: "threw", reason: "the function is closed" });
  });
});
