// The folder of a stack on disk. The effect is here, so that expressions stay pure.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { StackFiles } from "./resolve";

/** Reads the files next to a stack's JSON; a path of an expression is relative to `folder`. */
export function folderFiles(folder: string): StackFiles {
  return {
    read: (path) => readFileSync(join(folder, path)),
    list: (below) =>
      readdirSync(join(folder, below), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const start = join(folder, below).replace(/[/\\]$/, "").length + 1;
          return join(entry.parentPath, entry.name).slice(start).split(sep).join("/");
        })
        .sort(),
  };
}
