// Builds a site of small modules into files that browsers may keep for a year.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { BuildOptions } from "esbuild";
import { listFiles, listSite } from "./list-files";
import { replaceFile } from "./replace-file";

const CACHE = join("node_modules", ".cache", "one-origin", "sites");

const OPTIONS = {
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  metafile: true,
  write: false,
  legalComments: "none",
  logLevel: "silent",
} as const satisfies BuildOptions;

/** The value of `src` of a script, or `href` of a style sheet, that is a file of the site itself. */
const REFERENCE =
  /(<script\b[^>]*?\ssrc="|<link\b(?=[^>]*\srel="stylesheet")[^>]*?\shref=")(?![a-z]+:|\/\/)(\.?\/)?([^"?#]+)/g;

/**
 * Bundles the scripts and style sheets that a site's `index.html` names, and puts a hash of its
 * content into each one's name; other files are copied. The same sources give the same bytes.
 *
 * @param folder folder with an `index.html`, relative to the project
 * @returns the folder of the built site, in the project's cache
 * @throws when the folder, its `index.html` or a file named there is missing, or a module is broken
 */
export function bundleSite(folder: string): string {
  const keys = listSite(folder);
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const { bundles, sources } = bundle(folder, references(page), keys);
  const built = new Map(bundles.map(({ name, content }) => [name, content]));
  for (const key of keys) {
    if (!sources.has(key)) built.set(key, readFileSync(join(folder, key)));
  }
  const names = new Map(bundles.map(({ entry, name }) => [entry, name]));
  built.set("index.html", Buffer.from(rename(page, names)));
  const target = join(CACHE, basename(resolve(folder)));
  replaceFolder(target, built);
  return target;
}

function references(page: string): string[] {
  return [...new Set([...page.matchAll(REFERENCE)].map((match) => match[3] ?? ""))];
}

function rename(page: string, names: ReadonlyMap<string, string>): string {
  return page.replace(
    REFERENCE,
    (_, start: string, root: string | undefined, key: string) =>
      `${start}${root ?? ""}${names.get(key) ?? key}`,
  );
}

interface Bundle {
  /** Key of the file that `index.html` names. */
  readonly entry: string;
  /** Key of the file that takes its place, such as `app-3f9a0c….js`. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** The bundles, and the keys of the site's files that went into one. */
function bundle(
  folder: string,
  entries: string[],
  keys: string[],
): { bundles: Bundle[]; sources: Set<string> } {
  for (const entry of entries) {
    if (existsSync(join(folder, entry))) continue;
    throw new Error(
      `index.html names "${entry}", which does not exist in "${folder}"; correct the reference or add the file`,
    );
  }
  if (entries.length === 0) return { bundles: [], sources: new Set() };
  const root = resolve(folder);
  // Needed by stacks with such a site only, and slow to load for all the others.
  const { buildSync } = require("esbuild") as typeof import("esbuild");
  const { outputFiles, metafile } = buildSync({
    ...OPTIONS,
    entryPoints: entries.map((entry) => join(root, entry)),
    absWorkingDir: root,
    outbase: root,
    outdir: root,
    // In a style sheet, "/logo.svg" is a file of the site, not of this machine.
    external: keys.map((key) => `/${key}`),
  });
  const bundles = Object.entries(metafile.outputs).map(([output, { entryPoint }]): Bundle => {
    const content = outputFiles.find(({ path }) => path === join(root, output))?.contents;
    if (entryPoint === undefined || content === undefined) {
      throw new Error(
        `a script of "${folder}" imports the style sheet of "${output}"; name it in a link of index.html instead`,
      );
    }
    return { entry: entryPoint, name: hashedName(output, content), content };
  });
  return { bundles, sources: new Set(Object.keys(metafile.inputs)) };
}

/** A name that `SiteFiles` knows to change with the content. */
function hashedName(name: string, content: Uint8Array): string {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 20);
  return name.replace(/(\.[^./]+)$/, `-${hash}$1`);
}

/**
 * Makes the folder hold exactly these files. What is right already stays untouched, so that another
 * process which builds the same site at the same time never finds a file missing.
 */
function replaceFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, content] of files) {
    replaceFile(join(folder, name), content);
  }
  for (const name of listFiles(folder)) {
    if (!files.has(name)) rmSync(join(folder, name), { force: true });
  }
}
