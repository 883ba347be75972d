import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { configurationPaths, projectPaths } from "../../../cli/preview/source-paths";

const folder = mkdtempSync(join(tmpdir(), "source-paths-"));

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

it("a preview of a folder depends on its configuration, its variables, and what they name", () => {
  for (const name of ["a.tf", "b.tf.json", "terraform.tfvars", "notes.md", "app.zip"]) {
    writeFileSync(join(folder, name), "");
  }
  const own = { configFile: folder, variableFiles: [join(folder, "prod.tfvars")] };
  const stack = {
    resource: {
      aws_lambda_function: { api: { filename: "app.zip", runtime: "nodejs22.x" } },
      aws_s3_object: { page: { source: "../site/index.html", key: "index.html" } },
    },
  };
  const paths = configurationPaths(own, stack).map((path) => relative(folder, path));
  expect(paths).toEqual([
    "a.tf",
    "b.tf.json",
    "terraform.tfvars",
    "prod.tfvars",
    "app.zip",
    "../site/index.html",
  ]);
});
