// A copy of the project in a temporary folder, so that a test may edit sources and run commands.
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Emulator } from "../emulator/emulator";
import type { Variables } from "./environment";
import type { Finished } from "./run-command";
import { createSandbox, type RunOptions } from "./sandbox";

const NOT_COPIED = new Set([".git", "node_modules", "cdktf.out", "__tests__", "bench"]);

export interface ProjectCopy {
  readonly folder: string;
  /** Folder of a synthesized stack. */
  stack(id: string): string;
  /** Runs `npm run --silent` with the arguments, for example `["synth"]`. */
  npm(args: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Runs the project's cdktf. */
  cdktf(args: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Runs terraform in the folder of a synthesized stack. */
  terraform(stack: string, args: readonly string[], options?: RunOptions): Promise<Finished>;
  /** Removes the copy. */
  remove(): void;
}

/** Copies the working tree as it is; `variables` are the settings of all its commands. */
export function copyProject(
  emulator: Pick<Emulator, "url">,
  variables: Variables = {},
): ProjectCopy {
  const sandbox = createSandbox(emulator, variables);
  const folder = join(sandbox.folder, "project");
  const from = resolve(".");
  cpSync(from, folder, {
    recursive: true,
    filter: (path) => !NOT_COPIED.has(path.slice(from.length + 1)),
  });
  linkModules(join(from, "node_modules"), join(folder, "node_modules"));
  const cdktf = join("node_modules", ".bin", "cdktf");
  const stack = (id: string): string => join(folder, "cdktf.out", "stacks", id);
  return {
    folder,
    stack,
    npm: (args, options) =>
      sandbox.run("npm", ["run", "--silent", ...args], { ...options, cwd: folder }),
    cdktf: (args, options) => sandbox.run(cdktf, args, { ...options, cwd: folder }),
    terraform: (id, args, options) =>
      sandbox.run("terraform", args, { ...options, cwd: stack(id) }),
    remove: () => sandbox.remove(),
  };
}

/** Links every package but not the folder, so that the copy has a `.cache` of its own. */
function linkModules(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from).filter((entry) => entry !== ".cache")) {
    symlinkSync(join(from, name), join(to, name));
  }
}
