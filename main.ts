// Reads settings, defines the stacks, synthesizes. On a mistake nothing new is written.
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { App } from "cdktf";
import { terminalLines } from "./cli/preview/terminal-text";
import { fitted } from "./cli/wrap";
import { defineStacks } from "./stacks/define-stacks";
import { readSettings } from "./stacks/settings";
import { misspelledSettings } from "./stacks/settings/misspelled";
import { lintApp } from "./validations/lint-app";

const outdir = process.env.CDKTF_OUTDIR || "cdktf.out";
const isFirst = !existsSync(outdir);
const tell = (text: string): void => console.error(fitted(terminalLines(text), process.stderr));

try {
  const settings = readSettings(process.env);
  for (const warning of misspelledSettings(process.env)) tell(`warning: ${warning}`);
  const app = new App({ outdir });
  defineStacks(app, settings);
  for (const warning of lintApp(app)) tell(warning);
  app.synth();
  // Other commands run this as `npm run --silent synth`, and show their own.
  const isSilent = process.env.npm_config_loglevel === "silent" || !process.stdout.isTTY;
  for (const { node } of isSilent ? [] : app.node.children) {
    console.log(`wrote ${join(outdir, "stacks", node.id, "cdk.tf.json")}`);
  }
} catch (error) {
  if (isFirst) rmSync(outdir, { recursive: true, force: true });
  // What is refused is a plain Error and says it all; of a fault in code the place counts.
  const isRefusal = error instanceof Error && error.name === "Error";
  if (isWriteError(error)) {
    tell(`cannot write ${outdir} (${error.message})`);
    tell("make that folder writable for you, or name another one in CDKTF_OUTDIR");
  } else if (isRefusal) tell(error.message);
  else console.error(error);
  process.exitCode = 1;
}

/** Whether the system refused to write what was synthesized. */
function isWriteError(error: unknown): error is NodeJS.ErrnoException {
  const { path, dest = path } = error as { readonly path?: unknown; readonly dest?: unknown };
  return typeof dest === "string" && resolve(dest).startsWith(resolve(outdir));
}
