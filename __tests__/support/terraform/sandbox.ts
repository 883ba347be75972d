// A temporary folder whose commands take the emulator for AWS and read no settings of the user.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Emulator } from "../emulator/emulator";
import { baseEnvironment, cliConfiguration, type Variables } from "./environment";
import { providerMirror } from "./provider-mirror";
import { type Finished, runCommand } from "./run-command";

export interface Sandbox {
  readonly folder: string;
  run(
    command: string,
    args: readonly string[],
    options: RunOptions & { cwd: string },
  ): Promise<Finished>;
  /** Removes the folder. */
  remove(): void;
}

export interface RunOptions {
  /** Variables on top of the sandbox's own; undefined takes one away. */
  readonly env?: Variables;
}

/** Makes the folder; `variables` hold for all of its commands. */
export function createSandbox(emulator: Pick<Emulator, "url">, variables: Variables = {}): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), "one-origin-"));
  const home = join(folder, "home");
  mkdirSync(home);
  const mirror = providerMirror();
  if ("folder" in mirror) {
    writeFileSync(join(home, "terraform.rc"), cliConfiguration(mirror.folder));
  }
  const own = { ...baseEnvironment(home), AWS_ENDPOINT_URL: emulator.url, ...variables };
  return {
    folder,
    run: (command, args, { cwd, env }) =>
      runCommand(command, args, { cwd, env: { ...own, ...env } }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
