import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { bundleSite } from "../../../modules/private/bundle-site";
import { listFiles } from "../../../modules/private/list-files";
import { cacheControl } from "../../../modules/private/site-file";

let folder: string;
const made: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bundle-site-"));
  made.push(folder);
});
afterEach(() => {
  for (const path of made.splice(0)) {
    rmSync(path, { recursive: true, force: true });
    rmSync(join("node_modules/.cache/one-origin/sites", basename(path)), {
      recursive: true,
      force: true,
    });
  }
});

function write(files: Record<string, string>): void {
  for (const [key, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), content);
  }
}

const site = {
  "index.html": `<!doctype html>
    <link rel="icon" href="/favicon.svg">
    <link rel="stylesheet" href="/app.css">
    <script type="module" src="/app.js"></script>
    <script src="https://cdn.example/x.js"></script>`,
  "app.css": `@import "./parts/colors.css"; body { background: url("/favicon.svg") }`,
  "parts/colors.css": "a { color: red }",
  "app.js": `import { name } from "./parts/name.js"; document.title = name;`,
  "parts/name.js": `export const name = "one origin";`,
  "favicon.svg": "<svg/>",
  "robots.txt": "User-agent: *",
};

const read = (built: string, key: string) => readFileSync(join(built, key), "utf8");
const HASHED = /^app-[0-9a-f]{20}\.(css|js)$/;

describe("bundleSite", () => {
  it("joins the modules into one script and one style sheet, and copies the rest", () => {
    write(site);
    const built = bundleSite(folder);
    const keys = listFiles(built);
    expect(keys).toEqual([
      expect.stringMatching(HASHED),
      expect.stringMatching(HASHED),
      "favicon.svg",
      "index.html",
      "robots.txt",
    ]);
    expect(read(built, keys[0] ?? "")).toContain("color:red");
    expect(read(built, keys[1] ?? "")).toContain("one origin");
    expect(read(built, "favicon.svg")).toBe("<svg/>");
  });

  it("names the bundles in the page, and leaves its other references alone", () => {
    write(site);
    const built = bundleSite(folder);
    const [css, js] = listFiles(built);
    expect(read(built, "index.html")).toBe(
      site["index.html"].replace("/app.css", `/${css}`).replace("/app.js", `/${js}`),
    );
  });

  it("gives the bundles names that are kept for a year", () => {
    write(site);
    for (const key of listFiles(bundleSite(folder)).slice(0, 2)) {
      expect(cacheControl(key)).toContain("immutable");
    }
  });

  it("builds the same bytes from the same sources, wherever they lie", () => {
    write(site);
    const copy = join(mkdtempSync(join(tmpdir(), "bundle-site-")), "elsewhere", "copy");
    made.push(dirname(dirname(copy)), copy);
    cpSync(folder, copy, { recursive: true });
    const [one, other] = [bundleSite(folder), bundleSite(copy)];
    expect(listFiles(other)).toEqual(listFiles(one));
    for (const key of listFiles(one)) expect(read(other, key)).toBe(read(one, key));
  });

  it("renames a bundle when its content changes, and removes the old one", () => {
    write(site);
    const before = listFiles(bundleSite(folder));
    write({ "parts/name.js": `export const name = "changed";` });
    const after = listFiles(bundleSite(folder));
    expect(after).toHaveLength(before.length);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  it("names the bundle of a TypeScript module in the page", () => {
    write({
      "index.html": `<script type="module" src="main.ts"></script>`,
      "main.ts": "let a = 1",
    });
    expect(read(bundleSite(folder), "index.html")).toMatch(/src="main-[0-9a-f]{20}\.js"/);
  });

  it("takes a page without scripts as it is", () => {
    write({ "index.html": "<p>Hello" });
    expect(listFiles(bundleSite(folder))).toEqual(["index.html"]);
  });

  it("refuses a folder that is missing, has no index.html or misses a file of its page", () => {
    expect(() => bundleSite(join(folder, "dist"))).toThrow(/site folder ".*dist" does not exist/);
    write({ "main.html": "" });
    expect(() => bundleSite(folder)).toThrow(/has no index\.html/);
    write({ "index.html": `<script src="/gone.js"></script>` });
    expect(() => bundleSite(folder)).toThrow(/index\.html names "gone\.js", which does not exist/);
  });

  it("refuses what would get lost: a broken import, a style sheet that only a script names", () => {
    write({ "index.html": `<script src="/a.js"></script>`, "a.js": `import "./gone.js"` });
    expect(() => bundleSite(folder)).toThrow(/Could not resolve "\.\/gone\.js"/);
    write({ "a.js": `import "./a.css"`, "a.css": "a{}" });
    expect(() => bundleSite(folder)).toThrow(
      /imports the style sheet of "a\.css"; name it in a link/,
    );
  });
});
