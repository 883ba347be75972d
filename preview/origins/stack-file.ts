import { constants, existsSync, realpathSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";

/** A file that the stack names, with the time of its last change. */
export interface StackFile {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Where the files of a stack may be. */
export interface FileRules {
  /** `source` and `filename` are relative to it. */
  readonly stackFolder: string;
  readonly allowedFolders: readonly string[];
}

/**
 * The real path of a file or folder that the stack names: links are followed first, and what is
 * left must be inside one of the allowed folders and be no secret.
 *
 * @throws when there is no such file, or when it is not one that a site or function may use
 */
export function locate(name: string, rules: FileRules): string {
  const path = resolve(rules.stackFolder, name);
  if (name.includes("\0") || !existsSync(path)) {
    throw new Error(
      `there is no file "${name}" at ${rules.stackFolder}; synthesize or build again`,
    );
  }
  const real = realpathSync(path);
  const roots = [rules.stackFolder, ...rules.allowedFolders].filter(existsSync);
  const inside = roots.map((root) => relative(realpathSync(root), real)).filter(isInside);
  if (inside.length === 0) {
    throw new Error(
      `"${name}" is outside of the folders that may be served (${roots.join(", ")}); move the file or allow its folder with --allow-folder`,
    );
  }
  if (!inside.some(isServable)) {
    throw new Error(
      `"${name}" looks like a secret or a tool's own file (hidden, state, key or package); it is not served`,
    );
  }
  return real;
}

/**
 * Reads a file that the stack names.
 *
 * @throws when {@link locate} refuses it, or when it is no plain file
 */
export async function readStackFile(name: string, rules: FileRules): Promise<StackFile> {
  const handle = await open(locate(name, rules), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error(`"${name}" is not a file; a key stands for one file`);
    return { bytes: await handle.readFile(), modified: stat.mtimeMs };
  } finally {
    await handle.close();
  }
}

/** Whether a located path is a folder. */
export function isFolder(path: string): boolean {
  return statSync(path).isDirectory();
}

function isInside(path: string): boolean {
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

function isServable(path: string): boolean {
  return path.split(sep).every((segment) => {
    if (segment === "node_modules" || segment === "cdktf.out") return false;
    if (segment.startsWith(".")) return segment === ".well-known";
    return !/\.tfstate(\.|$)|\.pem$/i.test(segment);
  });
}
