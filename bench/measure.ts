// Runs commands as whole processes and measures their time and memory.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** One run of a command. */
export interface Run {
  readonly seconds: number;
  /** Peak resident memory of the largest Node.js process, in MB. */
  readonly megabytes: number;
}

/** Runs a command with a shell in a folder; fails when the command does. */
export function measure(command: string, folder: string): Run {
  const reports = mkdtempSync(join(tmpdir(), "bench-"));
  const started = performance.now();
  const { status, stderr } = spawnSync(command, {
    cwd: folder,
    shell: true,
    encoding: "utf8",
    env: {
      ...process.env,
      BENCH_REPORTS: reports,
      NODE_OPTIONS: `--require ${resolve("bench/report-memory.cjs")}`,
    },
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`"${command}" ended with ${status}: ${stderr}`);
  const peaks = readdirSync(reports).map((file) => Number(readFileSync(join(reports, file))));
  rmSync(reports, { recursive: true });
  return { seconds, megabytes: Math.max(...peaks) / 1024 };
}

/** Runs commands in turn, `rounds` times each after one round that does not count. */
export function inTurn<Name extends string>(
  commands: Readonly<Record<Name, () => Run>>,
  rounds: number,
): Record<Name, Run[]> {
  const names = Object.keys(commands) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Run[]
  >;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const run = commands[name]();
      if (round > 0) runs[name].push(run);
    }
  }
  return runs;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median of the ratios pair by pair, which a drifting machine disturbs least. */
export function medianRatio(ours: readonly number[], theirs: readonly number[]): number {
  return median(ours.map((value, index) => value / (theirs[index] ?? Number.NaN)));
}
