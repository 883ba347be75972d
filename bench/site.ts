// A site of 500 files: how long a plan without changes takes, and what one changed file changes.
// Run: npm run bench:site (needs terraform, moto and TF_PLUGIN_DIR or the registry)
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "../__tests__/support/emulator/emulator";
import { plannedChanges } from "../__tests__/support/terraform/plan";
import { copyProject } from "../__tests__/support/terraform/project-copy";
import { median } from "./measure";

const FILES = 500;
const ROUNDS = 3;

async function main(): Promise<void> {
  const emulator = await startEmulator();
  const project = copyProject(emulator, { STATE_BACKEND: "local", SITE_DIR: "dist" });
  try {
    const site = join(project.folder, "dist");
    mkdirSync(site);
    writeFileSync(join(site, "index.html"), "<!doctype html><title>500 files</title>");
    for (let file = 1; file < FILES; file++) {
      writeFileSync(join(site, `page-${file}.js`), `export const page = ${file};\n`);
    }
    expectSuccess(await project.npm(["synth"]));
    expectSuccess(await project.terraform("spa-api", ["init", "-input=false"]));
    expectSuccess(await project.terraform("spa-api", ["apply", "-input=false", "-auto-approve"]));

    const seconds: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const started = performance.now();
      expectSuccess(
        await project.terraform("spa-api", ["plan", "-input=false", "-detailed-exitcode"]),
      );
      seconds.push((performance.now() - started) / 1000);
    }
    appendFileSync(join(site, "page-250.js"), "// changed\n");
    expectSuccess(await project.npm(["synth"]));
    const changes = await plannedChanges(project, "spa-api");
    console.log(
      `${FILES} files, plan without changes: ${median(seconds).toFixed(1)} s (at most 9)`,
    );
    console.log(
      `one file changed: ${changes.length} planned (exactly 1): ${JSON.stringify(changes)}`,
    );
  } finally {
    project.remove();
    await emulator.stop();
  }
}

function expectSuccess({ code, output }: { code: number | null; output: string }): void {
  if (code !== 0) throw new Error(output);
}

void main();
