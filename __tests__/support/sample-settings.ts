// The sample settings of `docs/settings`, as a shell would load them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readSettings, type Settings } from "../../stacks/settings";

const FOLDER = join("docs", "settings");

/** Names of the samples: a stack's id, or `operations`. */
export const SAMPLES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".env"))
  .map((file) => file.slice(0, -".env".length))
  .sort();

/** The variables that a sample sets, quotes around a value taken off. */
export function sampleVariables(sample: string): Record<string, string> {
  return variables(sample, /^([A-Z_]+)=(.*)$/gm);
}

/** The variables that a sample shows, but has commented out. */
export function optionalVariables(sample: string): Record<string, string> {
  return variables(sample, /^# ([A-Z_]+)=(.*)$/gm);
}

/** The settings of several samples together, after those of `state`, which belong to all. */
export function sampleSettings(...samples: readonly string[]): Settings {
  return readSettings(Object.assign({}, ...["state", ...samples].map(sampleVariables)));
}

function variables(sample: string, line: RegExp): Record<string, string> {
  const text = readFileSync(join(FOLDER, `${sample}.env`), "utf8");
  return Object.fromEntries(
    [...text.matchAll(line)].map(([, name = "", value = ""]) => [
      name,
      value.replace(/^"(.*)"$/, "$1"),
    ]),
  );
}
