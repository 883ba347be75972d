import { closeFunctions, fn, returns } from "../support/lambda-fixture";

afterAll(closeFunctions);

describe("a handler", () => {
  const cjs = (body: string) => ({ "index.js": `exports.handler = ${body};` });
  it.each([
    ["an async result", cjs("async () => ({ a: 1 })"), { a: 1 }],
    ["a callback", cjs("(e, c, done) => { setTimeout(() => done(null, 'late'), 10); }"), "late"],
    [
      "a callback at once",
      cjs(
        "(e, c, done) => { c.callbackWaitsForEmptyEventLoop = false; setInterval(() => {}, 1000); done(null, 1); }",
      ),
      1,
    ],
    ["context.succeed", cjs("(e, c) => { c.succeed('old'); }"), "old"],
    ["nothing", cjs("() => {}"), null],
    ["a promise that never settles", cjs("() => new Promise(() => {})"), null],
    ["undefined", cjs("async () => undefined"), null],
  ])("may answer by %s", async (_, files, payload) => {
    expect(await fn(files).invoke()).toEqual({ ok: true, payload });
  });

  it("waits for the empty event loop before a callback's result counts", async () => {
    const files = cjs(
      "(e, c, done) => { done(null, global.x = 1); setTimeout(() => { console.log('after'); }, 30); }",
    );
    const { invoke, logs, written } = fn(files);
    expect(await invoke()).toEqual({ ok: true, payload: 1 });
    await written(1);
    expect(logs.map(({ text }) => text)).toEqual(["after"]);
  });

  it.each([
    ["throws", "async () => { throw new TypeError('no'); }", "TypeError", "no"],
    ["calls back with an error", "(e, c, done) => done(new Error('no'))", "Error", "no"],
    ["calls back with a text", "(e, c, done) => done('Unauthorized')", "string", "Unauthorized"],
    ["throws a text", "async () => { throw 'Unauthorized'; }", "string", "Unauthorized"],
    [
      "returns what JSON cannot hold",
      "async () => 1n",
      "TypeError",
      expect.stringContaining("BigInt"),
    ],
    [
      "crashes in the background",
      "() => { setTimeout(() => { throw new Error('later'); }); }",
      "Runtime.UncaughtException",
      "later",
    ],
    ["exits", "() => process.exit(3)", "Runtime.ExitError", expect.any(String)],
  ])("fails when it %s, and works again", async (_, body, errorType, errorMessage) => {
    const { invoke } = fn(
      cjs(`(e, c, d) => (e.fine ? Promise.resolve('fine') : (${body})(e, c, d))`),
    );
    expect(await invoke()).toEqual({ ok: false, kind: "error", errorType, errorMessage });
    expect(await invoke({ fine: true })).toEqual({ ok: true, payload: "fine" });
  });

  it.each(["() => { while (true); }", "() => new Promise((r) => setTimeout(r, 60_000))"])(
    "is ended after its timeout, even in a loop: %s",
    async (body) => {
      const { invoke } = fn(cjs(`(e) => (e.fine ? Promise.resolve(1) : (${body})())`), {
        timeout: 1,
      });
      expect(await invoke()).toEqual({
        ok: false,
        kind: "timeout",
        errorType: "Sandbox.Timedout",
        errorMessage: "Task timed out after 1.00 seconds",
      });
      expect(await invoke({ fine: true })).toEqual({ ok: true, payload: 1 });
    },
  );

  it("has no callback from Node.js 24 on, and may return without a promise", async () => {
    const runtime = { runtime: "nodejs24.x" };
    expect(await fn(cjs("(e, c, done) => done(null, 1)"), runtime).invoke()).toMatchObject({
      ok: false,
      errorType: "Runtime.CallbackHandlerDeprecated",
    });
    expect(await fn(cjs("(e, c) => Object.keys(c)"), runtime).invoke()).toEqual({
      ok: true,
      payload: expect.not.arrayContaining(["succeed", "callbackWaitsForEmptyEventLoop"]),
    });
    expect(await fn(cjs("async () => 'yes'"), runtime).invoke()).toEqual({
      ok: true,
      payload: "yes",
    });
  });

  it("may stream its response, which is collected", async () => {
    const { invoke } = fn({
      "index.mjs": `import { pipeline } from "node:stream/promises";
        import { Readable } from "node:stream";
        export const handler = awslambda.streamifyResponse(async (event, stream, context) => {
          if (event.fail) throw new Error("no");
          const out = awslambda.HttpResponseStream.from(stream, { statusCode: 201 });
          out.setContentType("text/plain");
          out.write(context.functionName + " ");
          await pipeline(Readable.from(["a", "b"]), out);
        });`,
    });
    expect(await invoke()).toEqual({
      ok: true,
      payload: "api ab",
      stream: {
        metadata: { statusCode: 201 },
        contentType: "text/plain",
        body: Buffer.from("api ab").toString("base64"),
      },
    });
    expect(await invoke({ fail: true })).toMatchObject({ ok: false, errorMessage: "no" });
  });

  it("gets Lambda's context", async () => {
    const { invoke } = fn(
      {
        "index.mjs": returns(
          "{ ...context, left: context.getRemainingTimeInMillis(), trace: process.env._X_AMZN_TRACE_ID }",
        ),
      },
      { timeout: 9, memory_size: 256 },
    );
    const outcome = await invoke();
    expect(outcome.ok && outcome.payload).toMatchObject({
      functionName: "api",
      functionVersion: "$LATEST",
      invokedFunctionArn: "arn:aws:lambda:eu-west-1:123456789012:function:api",
      memoryLimitInMB: "256",
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      logGroupName: "/aws/lambda/api",
      left: expect.any(Number),
      trace: expect.stringMatching(/^Root=1-/),
    });
  });
});
