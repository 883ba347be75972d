import { closeFunctions, fn, returns } from "../support/lambda-fixture";

afterAll(closeFunctions);

describe("a function's process", () => {
  it("has the function's variables and nothing of the preview's environment", async () => {
    process.env.AWS_SECRET_ACCESS_KEY = "of-the-developer";
    process.env.NODE_OPTIONS_FOR_TEST = "x";
    const { invoke } = fn(
      { "index.mjs": returns("process.env") },
      { environment: { variables: { TABLE: "t" } } },
    );
    const outcome = await invoke();
    delete process.env.AWS_SECRET_ACCESS_KEY;
    delete process.env.NODE_OPTIONS_FOR_TEST;
    const env = (outcome.ok ? outcome.payload : {}) as Record<string, string>;
    expect(env).toMatchObject({
      TABLE: "t",
      AWS_REGION: "eu-west-1",
      AWS_LAMBDA_FUNCTION_NAME: "api",
    });
    expect(
      Object.keys(env).filter((name) => /SECRET|ACCESS_KEY|NODE_|JEST|npm_/.test(name)),
    ).toEqual([]);
    expect(env.HOME).not.toBe(process.env.HOME);
  });

  it("stays warm between calls and takes one at a time", async () => {
    const { invoke } = fn({ "index.mjs": `let n = 0; ${returns("[process.pid, ++n].join(` `)")}` });
    const first = await invoke();
    const second = await invoke();
    const pid = String(first.ok && first.payload).split(" ")[0];
    expect(second).toEqual({ ok: true, payload: `${pid} 2` });
  });

  it("is one of four at most; further calls wait", async () => {
    const { invoke } = fn({
      "index.mjs":
        "export const handler = async () => { await new Promise((r) => setTimeout(r, 50)); return process.pid; };",
    });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => invoke()));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(
      new Set(outcomes.map((outcome) => outcome.ok && outcome.payload)).size,
    ).toBeLessThanOrEqual(4);
  });

  it("hands what it prints to the log", async () => {
    const { invoke, logs, written } = fn({
      "index.mjs":
        "export const handler = async () => { console.log('one\\ntwo'); console.error('bad'); };",
    });
    await invoke();
    await written(3);
    expect(logs).toEqual(
      expect.arrayContaining([
        { address: "aws_lambda_function.api", level: "info", text: "one" },
        { address: "aws_lambda_function.api", level: "info", text: "two" },
        { address: "aws_lambda_function.api", level: "error", text: "bad" },
      ]),
    );
  });

  it("offers no channel to the preview, as Lambda has none", async () => {
    const { invoke } = fn({
      "index.mjs": returns("[process.send?.('ready'), process.disconnect?.(), 'fine'].at(-1)"),
    });
    expect(await invoke()).toEqual({ ok: true, payload: "fine" });
    expect(await invoke()).toEqual({ ok: true, payload: "fine" });
  });

  it("shows an error's own frames, by the paths that the code has", async () => {
    const { invoke, logs } = fn({
      "index.mjs": "export const handler = async () => {\n  throw new Error('boom');\n};",
    });
    await invoke();
    expect(logs.map(({ text }) => text)).toEqual([
      "Error: boom",
      "    at handler (index.mjs:2:9)",
      "Error: boom",
    ]);
  });

  it("shows where code cannot be read, also in a file that another one imports", async () => {
    const { invoke, logs } = fn({
      "index.mjs": "import './part.mjs'; export const handler = async () => {};",
      "part.mjs": "const a = 1;\nconst b = ;",
    });
    expect(await invoke()).toMatchObject({ ok: false, errorMessage: "Unexpected token ';'" });
    expect(logs.map(({ text }) => text)).toEqual([
      "part.mjs:2",
      "const b = ;",
      "          ^",
      "SyntaxError: Unexpected token ';'",
    ]);
  });

  it("ends when the function is closed", async () => {
    const { invoke, close } = fn({ "index.mjs": returns("process.pid") });
    const outcome = await invoke();
    const pid = Number(outcome.ok && outcome.payload);
    expect(() => process.kill(pid, 0)).not.toThrow();
    await close();
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  it("is not started by a call that was on its way when the function closed", async () => {
    const { invoke, close, logs } = fn({ "index.mjs": returns("console.log('ran')") });
    const outcome = invoke();
    await close();
    expect(await outcome).toMatchObject({
      ok: false,
      errorMessage: expect.stringContaining("is closed"),
    });
    expect(logs.map(({ text }) => text)).not.toContain("ran");
  });
});
