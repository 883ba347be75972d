import { existsSync, type FSWatcher, lstatSync, readdirSync, statSync, watch } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

const IGNORED = /(^|[\\/])(node_modules|cdktf\.out|\.git|\.terraform)([\\/]|$)|~$|\.sw[a-z]$/;

/** What to watch, and whom to tell. */
export interface PathOptions {
  /** Files, and folders at any depth. They may be missing, and come later. */
  readonly paths: readonly string[];
  /** Gets the absolute path of what was written, made, moved or deleted. */
  readonly onEvent: (path: string) => void;
  /** Gets the first folder that cannot be watched, and why; the others are watched all the same. */
  readonly onProblem: (folder: string, error: Error) => void;
}

/**
 * Watches files and folders with a watcher for each folder. Returns the function that ends it.
 *
 * Node's own recursive watching on Linux watches each file, and loses one that is replaced, as editors
 * and Git do it, and every folder that is deleted and made again, as builds do it.
 */
export function watchPaths({ paths, onEvent, onProblem }: PathOptions): () => void {
  const roots = paths.map((path) => resolve(path));
  const watchers = new Map<string, FSWatcher>();
  let hasProblem = false;

  const add = (folder: string): void => {
    if (watchers.has(folder)) return;
    try {
      watchers.set(folder, watchFolder(folder, seen));
      for (const name of readdirSync(folder)) look(join(folder, name));
    } catch (error) {
      if (hasProblem || !existsSync(folder)) return;
      hasProblem = true;
      onProblem(folder, error as Error);
    }
  };
  const look = (path: string): void => {
    const found = places(roots, path);
    if (found.size === 0) return;
    // Below what was named no link is followed: it may lead in circles.
    const isNamed = found.has("above") || roots.includes(path);
    if (isFolder(path, isNamed ? statSync : lstatSync)) add(path);
  };
  const seen = (event: string, path: string): void => {
    const found = places(roots, path);
    if (found.size === 0) return;
    if (event === "rename") {
      // Whatever was there has gone, also when another one of its name has come.
      forget(watchers, path);
      look(path);
    }
    if (event === "rename" || found.has("in")) onEvent(path);
  };
  for (const root of roots) add(startOf(root));
  return () => forget(watchers);
}

/** Where to wait for a path that is missing: from the current folder on, or else in its own folder. */
function startOf(root: string): string {
  return isWithin(process.cwd(), root) ? process.cwd() : dirname(root);
}

function watchFolder(folder: string, seen: (event: string, path: string) => void): FSWatcher {
  const watcher = watch(folder, (event, name) => {
    if (name === null) return;
    const path = join(folder, name);
    // A folder tells of its own end with its own name.
    seen(event, name === basename(folder) && !existsSync(path) ? folder : path);
  });
  return watcher.on("error", () => watcher.close()); // it was deleted; the folder above tells of it
}

/** Whether a path is in something to watch, above it, or neither. */
function places(roots: readonly string[], path: string): Set<"in" | "above"> {
  const found = roots.flatMap((root) => {
    if (isWithin(root, path)) return IGNORED.test(relative(root, path)) ? [] : (["in"] as const);
    return isWithin(path, root) ? (["above"] as const) : [];
  });
  return new Set(found);
}

function forget(watchers: Map<string, FSWatcher>, path?: string): void {
  for (const [folder, watcher] of watchers) {
    if (path !== undefined && !isWithin(path, folder)) continue;
    watcher.close();
    watchers.delete(folder);
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

function isFolder(path: string, stat: typeof statSync | typeof lstatSync): boolean {
  try {
    return stat(path).isDirectory();
  } catch {
    return false; // gone meanwhile, or a link that leads nowhere
  }
}
