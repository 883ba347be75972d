// The files of a folder, as keys of objects.
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * The files below a folder as sorted keys with `/` between folders. Names that start with a dot
 * stay out, except `.well-known`.
 *
 * @throws when the folder is missing, is a file, or has no `index.html`
 */
export function listSite(folder: string): string[] {
  const problem = folderProblem(folder);
  if (problem !== undefined) {
    throw new Error(
      `the site folder "${folder}" ${problem} set SITE_DIR to the folder that holds its index.html`,
    );
  }
  const keys = listFiles(folder);
  if (keys.includes("index.html")) return keys;
  throw new Error(
    `the site folder "${folder}" has no index.html; set SITE_DIR to the folder that the build writes it to`,
  );
}

function folderProblem(folder: string): string | undefined {
  if (!existsSync(folder)) return "does not exist; build the single-page app first, or";
  return statSync(folder).isDirectory() ? undefined : "is a file;";
}

/**
 * The files below a folder as sorted keys; hidden names stay out, except `.well-known`.
 *
 * @throws for a link that leads nowhere
 */
export function listFiles(folder: string, prefix = ""): string[] {
  return readdirSync(join(folder, prefix))
    .filter((name) => !name.startsWith(".") || name === ".well-known")
    .flatMap((name) => {
      const key = prefix === "" ? name : `${prefix}/${name}`;
      const found = statSync(join(folder, key), { throwIfNoEntry: false });
      if (found === undefined) {
        throw new Error(
          `"${join(folder, key)}" is a link that leads nowhere; remove or correct it`,
        );
      }
      return found.isDirectory() ? listFiles(folder, key) : [key];
    })
    .sort();
}
