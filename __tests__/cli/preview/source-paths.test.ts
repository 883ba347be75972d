import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPaths } from "../../../cli/preview/source-paths";

const folder = mkdtempSync(join(tmpdir(), "paths-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the sources of the project's stacks", () => {
  it("are its code, the built app and the handler that the settings name", () => {
    expect(projectPaths({ SITE_DIR: "../app/dist", API_HANDLER: "../api" })).toEqual([
      "main.ts",
      "stacks",
      "modules",
      "assets",
      "../app/dist",
      "../api",
    ]);
  });

  it("have the file of HTTPS_ORIGINS among them, also when it is not valid", () => {
    const file = join(folder, "origins.json");
    writeFileSync(file, "[");
    expect(projectPaths({ HTTPS_ORIGINS: file })).toContain(file);
  });
});
