import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderFiles } from "../../synthesized/folder-files";

const folder = mkdtempSync(join(tmpdir(), "one-origin-files-"));
mkdirSync(join(folder, "dist/sub"), { recursive: true });
writeFileSync(join(folder, "dist/a.html"), "a");
writeFileSync(join(folder, "dist/sub/b.js"), "b");
afterAll(() => rmSync(folder, { recursive: true }));

describe("folderFiles", () => {
  it("reads a file relative to the folder", () => {
    expect(Buffer.from(folderFiles(folder).read("./dist/a.html")).toString()).toBe("a");
    expect(() => folderFiles(folder).read("dist/none")).toThrow("ENOENT");
  });

  it.each(["dist", "./dist", "dist/"])("lists the files below %s", (below) => {
    expect(folderFiles(folder).list(below)).toEqual(["a.html", "sub/b.js"]);
  });
});
