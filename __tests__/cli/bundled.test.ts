import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "cli-bundled-"));
const cache = join(folder, "node_modules", ".cache", "one-origin");
const command = join(folder, "cli", "bundled.mjs");

/** A project whose command line prints a word. */
beforeAll(() => {
  for (const name of ["cli", "node_modules"]) mkdirSync(join(folder, name));
  copyFileSync("cli/bundled.mjs", command);
  symlinkSync(resolve("node_modules", "esbuild"), join(folder, "node_modules", "esbuild"), "dir");
  writeFileSync(join(folder, "package-lock.json"), "{}");
});
beforeEach(() => {
  rmSync(cache, { recursive: true, force: true });
  say("one");
});
afterAll(() => rmSync(folder, { recursive: true }));

function say(word: string): void {
  writeFileSync(join(folder, "cli", "main.ts"), `console.log(${JSON.stringify(word)} as string);`);
}

function run(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
    timeout: 50_000,
  });
  return stdout + stderr;
}

function runAside(): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    child.on("close", () => resolve(text));
  });
}

describe("cli/bundled.mjs", () => {
  it("makes its bundle anew when a source changes, and only then", () => {
    expect(run()).toBe("one\n");
    const before = readFileSync(join(cache, "cli.json"), "utf8");
    expect(run()).toBe("one\n");
    expect(readFileSync(join(cache, "cli.json"), "utf8")).toBe(before);
    say("another");
    expect(run()).toBe("another\n");
  });

  it.each(["cli.cjs", "cli.cjs.map", "cli.json"])(
    "replaces %s in one step, so that nobody reads half of it",
    (file) => {
      run();
      const kept = join(folder, `kept-${file}`);
      // Another name of the same file: what is written in place shows here too.
      linkSync(join(cache, file), kept);
      const before = readFileSync(kept, "utf8");
      say("another");
      run();
      expect(readFileSync(kept, "utf8")).toBe(before);
      expect(readFileSync(join(cache, file), "utf8")).not.toBe(before);
    },
  );

  it("says in a line that its folder cannot be written", () => {
    mkdirSync(dirname(cache), { recursive: true });
    writeFileSync(cache, "");
    expect(run()).toMatch(/^cannot write .*one-origin \(EEXIST\); make it writable for you\n$/);
  });

  it("leaves nothing but the bundle, its source map and the record", () => {
    run();
    expect(readdirSync(cache).sort()).toEqual(["cli.cjs", "cli.cjs.map", "cli.json"]);
    expect(readFileSync(join(cache, "cli.cjs"), "utf8")).toContain("sourceMappingURL=cli.cjs.map");
  });

  it("does not take a bundle for current that another process put in its place", () => {
    run();
    writeFileSync(join(cache, "cli.cjs"), 'console.log("old");');
    utimesSync(join(cache, "cli.cjs"), 1, 1);
    expect(run()).toBe("one\n");
  });

  it("runs the app for synth, from a bundle of its own", () => {
    writeFileSync(join(folder, "main.ts"), 'console.log("synthesized" as string);');
    expect(run("synth")).toBe("synthesized\n");
    expect(run()).toBe("one\n");
    expect(run("synth")).toBe("synthesized\n");
  });

  it("runs an app that builds something itself, also just after it was bundled", () => {
    const builds = 'buildSync({ stdin: { contents: "1" }, write: false }).outputFiles.length';
    writeFileSync(
      join(folder, "main.ts"),
      `import { buildSync } from "esbuild";
      process.env.ESBUILD_WORKER_THREADS ??= "0"; // a thread that starts with it never answers
      console.log(${builds} as number);`,
    );
    expect(run("synth")).toBe("1\n");
    expect(run("synth")).toBe("1\n");
  });

  it("says where a source is wrong, without a stack trace", () => {
    writeFileSync(join(folder, "main.ts"), "const = 1;");
    expect(run("synth")).toMatch(/main\.ts:1:6/);
    expect(run("synth")).not.toMatch(/^ +at /m);
  });

  it("names the source of an error that nobody expected, not the bundle", () => {
    const lines = [
      "interface Unused {}",
      "function fails(): never {",
      '  throw new Error("no");',
      "}",
    ];
    writeFileSync(join(folder, "main.ts"), [...lines, "fails();"].join("\n"));
    const said = run("synth");
    expect(said).toContain("Error: no\n");
    expect(said).toMatch(/at fails \(.*main\.ts:3:9\)/);
    expect(said).toMatch(/at .*main\.ts:5:1/);
    expect(said).not.toMatch(/at .*app\.cjs/);
  });

  it("asks for npm ci where the packages are missing", () => {
    const bare = mkdtempSync(join(tmpdir(), "cli-bare-"));
    copyFileSync("cli/bundled.mjs", join(bare, "bundled.mjs"));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(bare, "bundled.mjs")], {
      encoding: "utf8",
    });
    rmSync(bare, { recursive: true });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr: "the packages of this project are not installed; run npm ci first\n",
    });
  });

  it("may be started several times at once", async () => {
    const said = await Promise.all(Array.from({ length: 4 }, runAside));
    expect(said).toEqual(["one\n", "one\n", "one\n", "one\n"]);
    expect(readdirSync(cache)).toHaveLength(3);
  });

  // A compiler in a process of its own dies with Ctrl-C, and answers with a stack trace.
  it("runs every command of package.json, so that none of them compiles while it runs", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const names = ["preview", "explain", "overview", "synth", "diff", "deploy", "destroy", "hcl"];
    expect(names.map((name) => scripts[name])).toEqual(
      names.map((name) => `node cli/bundled.mjs ${name}`),
    );
  });
});
