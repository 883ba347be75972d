// How synthesis grows: 100 copies of the stack `spa-api` in one app against 10 copies.
// Run: npm run bench:growth
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { readSettings } from "../stacks/settings";
import { SpaApiStack } from "../stacks/spa-api-stack";
import { inTurn, median, medianRatio, type Run } from "./measure";

const ROUNDS = 5;

function synthesize(copies: number): Run {
  const outdir = mkdtempSync(join(tmpdir(), "growth-"));
  const started = performance.now();
  const app = new App({ outdir });
  const settings = readSettings({});
  for (let copy = 0; copy < copies; copy++) new SpaApiStack(app, `spa-${copy}`, settings);
  app.synth();
  const seconds = (performance.now() - started) / 1000;
  rmSync(outdir, { recursive: true });
  return { seconds, megabytes: Number.NaN };
}

const runs = inTurn({ hundred: () => synthesize(100), ten: () => synthesize(10) }, ROUNDS);
const hundred = runs.hundred.map((run) => run.seconds);
const ten = runs.ten.map((run) => run.seconds);
console.log(
  `100 copies ${median(hundred).toFixed(2)} s, 10 copies ${median(ten).toFixed(2)} s, ratio ${medianRatio(hundred, ten).toFixed(1)} (at most 12)`,
);
