// Reads settings, defines the stacks, synthesizes. On a mistake nothing new is written.
import { existsSync, rmSync } from "node:fs";
import { App } from "cdktf";
import { defineStacks } from "./stacks/define-stacks";
import { readSettings } from "./stacks/settings";
import { misspelledSettings } from "./stacks/settings/misspelled";
import { lintApp } from "./validations/lint-app";

const outdir = process.env.CDKTF_OUTDIR || "cdktf.out";
const isFirst = !existsSync(outdir);

try {
  const settings = readSettings(process.env);
  for (const warning of misspelledSettings(process.env)) console.error(`warning: ${warning}`);
  const app = new App({ outdir });
  defineStacks(app, settings);
  for (const warning of lintApp(app)) console.error(warning);
  app.synth();
} catch (error) {
  if (isFirst) rmSync(outdir, { recursive: true, force: true });
  // What is refused is a plain Error and says it all; of a fault in code the place counts.
  const isRefusal = error instanceof Error && error.name === "Error";
  console.error(isRefusal ? error.message : error);
  process.exitCode = 1;
}
