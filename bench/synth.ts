// Synthesis of `state` and `spa-api` against the same system as an AWS CDK app.
// Run: npm run bench:synth
import { existsSync } from "node:fs";
import { inTurn, measure, median, medianRatio } from "./measure";

const ROUNDS = 9;

if (!existsSync("bench/aws-cdk/node_modules")) measure("npm ci", "bench/aws-cdk");

const { ours, cdk } = inTurn(
  {
    ours: () => measure("npm run --silent synth", "."),
    cdk: () => measure("node_modules/.bin/tsx app.ts", "bench/aws-cdk"),
  },
  ROUNDS,
);

const seconds = { ours: ours.map((run) => run.seconds), cdk: cdk.map((run) => run.seconds) };
const memory = { ours: ours.map((run) => run.megabytes), cdk: cdk.map((run) => run.megabytes) };
console.log(`medians of ${ROUNDS} runs in turn  one-origin   AWS CDK   ratio (target)`);
console.log(
  `seconds                      ${median(seconds.ours).toFixed(2).padStart(8)} ${median(seconds.cdk).toFixed(2).padStart(10)}   ${medianRatio(seconds.ours, seconds.cdk).toFixed(2)} (at most 0.25)`,
);
console.log(
  `MB, largest process          ${median(memory.ours).toFixed(0).padStart(8)} ${median(memory.cdk).toFixed(0).padStart(10)}   ${medianRatio(memory.ours, memory.cdk).toFixed(2)} (at most 0.40)`,
);
