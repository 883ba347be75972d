import { relative } from "node:path";
import { watchPaths } from "./watch-paths";

/** Changes come in bursts: an editor writes several files, a build hundreds. */
const QUIET_MILLISECONDS = 120;

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
  const stop = watchPaths({
    paths,
    onEvent: (path) => {
      changed.add(relative(process.cwd(), path) || path);
      later();
    },
    onProblem: (folder, { message }) =>
      onProblem(`"${folder}" is not watched: start again after a change (${message})`),
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
