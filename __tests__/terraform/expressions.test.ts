// The table of values that the unit tests rely on, checked against Terraform itself.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireTools } from "../support/terraform/require-tools";
import terraformValues from "../synthesized/expressions/terraform-values.json";

const rows = terraformValues as [string, string][];

requireTools("terraform")("Terraform", () => {
  it("gives every expression of the table its value", () => {
    const folder = mkdtempSync(join(tmpdir(), "one-origin-expressions-"));
    try {
      const outputs = rows.map(([expression], index) => [
        `o${index}`,
        { value: `\${jsonencode(${expression})}` },
      ]);
      const configuration = JSON.stringify({ output: Object.fromEntries(outputs) });
      writeFileSync(join(folder, "main.tf.json"), configuration);
      execFileSync("terraform", ["apply", "-auto-approve", "-no-color"], {
        cwd: folder,
        env: { ...process.env, TF_CLI_CONFIG_FILE: "" },
      });
      const state = JSON.parse(readFileSync(join(folder, "terraform.tfstate"), "utf8"));
      const found = rows.map(([expression], index) => [
        expression,
        state.outputs[`o${index}`]?.value,
      ]);
      expect(found).toEqual(rows);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 300_000);
});
