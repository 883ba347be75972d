import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { closeFunctions, fn, returns } from "../support/lambda-fixture";

afterAll(closeFunctions);

describe("a function's code", () => {
  it("is unpacked from the zip file beside the stack, and deleted at the end", async () => {
    const { invoke, close } = fn(
      { "index.mjs": returns("process.env.LAMBDA_TASK_ROOT") },
      {},
      { zipped: true },
    );
    const outcome = await invoke();
    const folder = outcome.ok ? String(outcome.payload) : "";
    expect(folder).toContain(tmpdir());
    expect(readdirSync(folder)).toEqual(["index.mjs"]);
    await close();
    expect(existsSync(folder)).toBe(false);
  });

  it.each<[string, Record<string, string>, string]>([
    ["an ES module", { "index.mjs": returns("event.n") }, "index.handler"],
    [
      "an ES module by package.json",
      { "index.js": returns("event.n"), "package.json": '{"type":"module"}' },
      "index.handler",
    ],
    ["CommonJS", { "index.js": "exports.handler = async (e) => e.n;" }, "index.handler"],
    [
      "CommonJS that assigns module.exports",
      { "index.js": "const x = () => ({ handler: async (e) => e.n }); module.exports = x();" },
      "index.handler",
    ],
    ["a .cjs file", { "index.cjs": "exports.handler = async (e) => e.n;" }, "index.handler"],
    ["a file in a folder", { "src/app.mjs": returns("event.n") }, "src/app.handler"],
    [
      "a nested export",
      { "index.mjs": "export const api = { get: async (e) => e.n };" },
      "index.api.get",
    ],
    [
      "a file with its own modules",
      {
        "index.mjs": 'import { n } from "./lib/n.mjs"; export const handler = async () => n;',
        "lib/n.mjs": "export const n = 7;",
      },
      "index.handler",
    ],
  ])("may be %s", async (_, files, handler) => {
    expect(await fn(files, { handler }, { zipped: true }).invoke({ n: 7 })).toEqual({
      ok: true,
      payload: 7,
    });
  });

  it("may come from an archive_file that Terraform has not built", async () => {
    const data = { archive_file: { code: { output_path: "code.zip", source_dir: "code" } } };
    const { invoke } = fn({ "index.mjs": returns("1") }, { filename: "code.zip" }, { data });
    expect(await invoke()).toEqual({ ok: true, payload: 1 });
  });

  it("may be the content of an archive_file", async () => {
    const source = {
      output_path: "code.zip",
      source_content: "exports.run = async () => 'content';",
      source_content_filename: "main.js",
    };
    const config = { filename: "code.zip", handler: "main.run" };
    const { invoke } = fn({}, config, { data: { archive_file: { code: source } } });
    expect(await invoke()).toEqual({ ok: true, payload: "content" });
  });

  it.each([
    ["@aws-sdk/client-s3", {}, /^Lambda's runtime has @aws-sdk\/client-s3/],
    ["shared", { layers: ["arn"] }, /none of the function's layers: put shared into its code/],
  ])("has a line in the log that says why %s is not there", async (name, config, hint) => {
    const both: readonly Record<string, string>[] = [
      { "index.mjs": `import "${name}"; ${returns("1")}` },
      { "index.js": `require("${name}"); exports.handler = async () => 1;` },
    ];
    for (const files of both) {
      const { invoke, logs } = fn(files, config);
      expect((await invoke()).ok).toBe(false);
      expect(logs.filter(({ text }) => hint.test(text))).toHaveLength(1);
    }
  });

  it.each(["../evil.mjs", "/abs.mjs", "a\\..\\b.mjs"])(
    "may not hold the entry %s",
    async (name) => {
      const { invoke } = fn({ [name]: "", "index.mjs": returns("1") }, {}, { zipped: true });
      const outcome = await invoke();
      if (name === "/abs.mjs") return expect(outcome.ok).toBe(true);
      return expect(outcome).toMatchObject({
        ok: false,
        kind: "unavailable",
        errorMessage: expect.stringContaining("leads out of its folder"),
      });
    },
  );

  it.each([
    [{ filename: "missing.zip" }, /there is no file "missing\.zip"/],
    [{ filename: "code/index.mjs" }, /"code\/index\.mjs" is no zip file/],
    [{ filename: null }, /has no code that can run here/],
    [{ runtime: "python3.13" }, /runtime "python3\.13"; only nodejs runtimes run here/],
    [{ runtime: null }, /"container image"/],
  ])("must be there: %j", async (config, message) => {
    const { invoke, logs } = fn({ "index.mjs": returns("1") }, config);
    expect(await invoke()).toMatchObject({
      ok: false,
      kind: "unavailable",
      errorMessage: expect.stringMatching(message),
    });
    expect(logs[0]).toMatchObject({ level: "error", address: "aws_lambda_function.api" });
  });

  it.each([
    [{ "index.mjs": "nonsense(" }, "index.handler", /Unexpected end|SyntaxError/],
    [
      { "index.mjs": "export const other = 1;" },
      "index.handler",
      /index\.handler is undefined or not exported/,
    ],
    [{ "other.mjs": "" }, "index.handler", /Cannot find module 'index'/],
    [{ "index.mjs": "" }, "handler", /Bad handler handler/],
  ])("that does not load is an error: %j", async (files, handler, message) => {
    const outcome = await fn(files as unknown as Record<string, string>, { handler }).invoke();
    expect(outcome).toMatchObject({
      ok: false,
      kind: "error",
      errorMessage: expect.stringMatching(message),
    });
  });
});
