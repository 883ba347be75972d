import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { configurationPaths } from "../../../cli/preview/source-paths";

const folder = mkdtempSync(join(tmpdir(), "source-paths-"));

afterAll(() => rmSync(folder, { recursive: true }));

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
