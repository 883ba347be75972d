import { existsSync, type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname, join, relative } from "node:path";

/** Changes come in bursts: an editor writes several files, a build hundreds. */
const QUIET_MILLISECONDS = 120;

const IGNORED = /(^|[\\/])(node_modules|cdktf\.out|\.git|\.terraform)([\\/]|$)|~$|\.sw[a-z]$/;

/** Files and folders that a preview depends on, and what to do when one changes. */
export interface WatchOptions {
  readonly paths: readonly string[];
  /** Gets the changed files, relative to the current folder; not called again before it is done. */
  readonly onChange: (changed: readonly string[]) => Promise<void>;
  /** Gets why a folder cannot be watched; the others are watched all the same. */
  readonly onProblem: (message: string) => void;
}

/** Watches files and whole folders. Returns the function that ends it. */
export function watchSources({ paths, onChange, onProblem }: WatchOptions): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;

  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MILLISECONDS);
  };
  const run = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    const files = [...changed].sort();
    changed.clear();
    await onChange(files);
    isBusy = false;
    if (changed.size > 0) later();
  };
  const note = (file: string): void => {
    if (IGNORED.test(file)) return;
    changed.add(relative(process.cwd(), file) || file);
    later();
  };
  const watchers = [...folders(paths.filter(existsSync))].flatMap(([folder, names]) => {
    try {
      return [watchFolder(folder, names, note)];
    } catch (error) {
      onProblem(
        `"${folder}" is not watched: start again after a change (${(error as Error).message})`,
      );
      return [];
    }
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** Folders to watch, each with the files that count; undefined: all of them, at any depth. */
function folders(paths: readonly string[]): Map<string, Set<string> | undefined> {
  const found = new Map<string, Set<string> | undefined>();
  for (const path of paths) {
    if (statSync(path).isDirectory()) {
      found.set(path, undefined);
      continue;
    }
    // An editor replaces a file by another one, so its folder is watched in its place.
    const folder = dirname(path);
    if (!found.has(folder)) found.set(folder, new Set());
    found.get(folder)?.add(basename(path));
  }
  return found;
}

function watchFolder(
  folder: string,
  names: ReadonlySet<string> | undefined,
  note: (file: string) => void,
): FSWatcher {
  return watch(folder, { recursive: names === undefined }, (_event, name) => {
    if (name === null || names?.has(name) === false) return;
    note(join(folder, name));
  }).on("error", () => {}); // a folder that was deleted: synthesis will say what is missing
}
