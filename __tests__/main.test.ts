import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build, buildSync } from "esbuild";

const OPTIONS: BuildOptions = {
  entryPoints: ["main.ts"],
  bundle: true,
  packages: "external",
  platform: "node",
};

let folder: string;
let bundle: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "main-"));
  // Beside the project's modules, where the bundle finds its packages.
  bundle = join("node_modules", ".cache", "one-origin", `main-${process.pid}.js`);
  buildSync({ ...OPTIONS, outfile: bundle });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(bundle);
});

const synth = (name: string, env: Record<string, string>, app = bundle) => {
  const outdir = join(folder, name);
  const { status, stdout, stderr } = spawnSync(process.execPath, [app], {
    env: { PATH: process.env.PATH, CDKTF_OUTDIR: outdir, ...env },
    encoding: "utf8",
  });
  return { outdir, status, stdout, stderr };
};

describe("main", () => {
  it("synthesizes every stack", () => {
    const { outdir, status, stderr } = synth("good", {});
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(join(outdir, "stacks")).sort()).toEqual(["spa-api", "state"]);
  });

  it("says in a terminal what it wrote, unless npm is to be silent", () => {
    const terminal = join(folder, "terminal.cjs");
    writeFileSync(terminal, "process.stdout.isTTY = true;");
    const asked = { NODE_OPTIONS: `--require ${terminal}` };
    const { outdir, stdout } = synth("told", asked);
    const files = ["state", "spa-api"].map((id) => join(outdir, "stacks", id, "cdk.tf.json"));
    expect(stdout.trim().split("\n").sort()).toEqual(files.map((file) => `wrote ${file}`).sort());
    expect(files.map(existsSync)).toEqual([true, true]);
    expect(synth("silent", { ...asked, npm_config_loglevel: "silent" }).stdout).toBe("");
  });

  it("says where it cannot write, and what helps", () => {
    const outdir = join(folder, "file");
    writeFileSync(outdir, "");
    const { status, stderr } = synth("file", {});
    expect(status).toBe(1);
    expect(stderr).toBe(
      `cannot write ${outdir} (ENOTDIR: not a directory, mkdir '${join(outdir, "stacks")}')\n` +
        "make that folder writable for you, or name another one in CDKTF_OUTDIR\n",
    );
    expect(readFileSync(outdir, "utf8")).toBe("");
  });

  it("writes no path of the machine, so that the folder also works elsewhere", () => {
    const { outdir } = synth("portable", {});
    const json = readFileSync(join(outdir, "stacks", "spa-api", "cdk.tf.json"), "utf8");
    expect(json).not.toContain(folder);
    expect(json).not.toContain(process.cwd());
  });

  it.each<[string, Record<string, string>, string]>([
    ["backend", { STATE_BACKEND: "gcs" }, "STATE_BACKEND must be s3, cloud or local"],
    ["organization", { STATE_BACKEND: "cloud" }, "TF_CLOUD_ORGANIZATION is not set"],
    ["site", { SITE_DIR: "dist" }, 'the site folder "dist" does not exist'],
    ["handler", { API_HANDLER: "nowhere" }, 'the handler file "nowhere/index.mjs" does not exist'],
    ["pattern", { API_PATTERN: "api/*" }, 'API_PATTERN must start with "/", got "api/*"'],
    ["stage", { API_STAGE: "prod" }, "set API_STAGE=api or API_PATTERN=/prod/*"],
    ["bucket", { FRONTEND_BUCKET: "My_Site" }, "FRONTEND_BUCKET must be 3-63 lower-case"],
  ])(
    "refuses a wrong %s in words, without a stack trace, and writes nothing",
    (name, env, message) => {
      const { outdir, status, stdout, stderr } = synth(`bad-${name}`, env);
      expect(status).toBe(1);
      expect(stderr).toContain(message);
      expect(stdout + stderr).not.toMatch(/^\s+at /m);
      expect(existsSync(outdir)).toBe(false);
    },
  );

  it("shows the place of a fault in a stack of one's own", async () => {
    const app = bundle.replace(/\.js$/, "-own.js");
    const contents = "export function defineStacks(scope) { scope.own.id; }";
    await build({
      ...OPTIONS,
      outfile: app,
      plugins: [
        {
          name: "own-stack",
          setup: ({ onLoad }) => onLoad({ filter: /define-stacks\.ts$/ }, () => ({ contents })),
        },
      ],
    });
    const { outdir, status, stderr } = synth("own", {}, app);
    rmSync(app);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^TypeError: .*undefined.*\n +at defineStacks /);
    expect(existsSync(outdir)).toBe(false);
  });
});
