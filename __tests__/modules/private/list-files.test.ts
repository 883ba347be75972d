import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { listFiles, listSite } from "../../../modules/private/list-files";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (...keys: string[]) => {
  for (const key of keys) {
    mkdirSync(dirname(join(folder, key)), { recursive: true });
    writeFileSync(join(folder, key), key);
  }
};

it("lists keys in one order, with / between folders", () => {
  write("b.js", "a/c/d.js", "a/b.js");
  expect(listFiles(folder)).toEqual(["a/b.js", "a/c/d.js", "b.js"]);
});

it("leaves hidden names out, except .well-known", () => {
  write("index.html", ".env", ".git/config", "a/.DS_Store", ".well-known/x");
  expect(listSite(folder)).toEqual([".well-known/x", "index.html"]);
});

it("refuses a site that is missing, is a file, or has no index.html", () => {
  write("main.html");
  const missing = /does not exist; build the single-page app first, or set SITE_DIR/;
  expect(() => listSite(join(folder, "dist"))).toThrow(missing);
  expect(() => listSite(join(folder, "main.html"))).toThrow(
    /is a file; set SITE_DIR to the folder/,
  );
  expect(() => listSite(folder)).toThrow(/has no index\.html; set SITE_DIR/);
});

it("names a link that leads nowhere", () => {
  write("index.html");
  symlinkSync("gone.css", join(folder, "app.css"));
  expect(() => listSite(folder)).toThrow(/app\.css" is a link that leads nowhere; remove/);
});
