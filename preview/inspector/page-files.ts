import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly content: Uint8Array;
}

const FOLDER = join(__dirname, "..", "..", "assets", "inspector");

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Reads the page once. What is not in this map cannot be asked for, whatever the path. */
export function readPageFiles(folder = FOLDER): ReadonlyMap<string, PageFile> {
  const files = readdirSync(folder).flatMap((name) => {
    const type = TYPES[extname(name)];
    if (type === undefined) return [];
    const path = name === "index.html" ? "/" : `/${name}`;
    return [[path, { type, content: readFileSync(join(folder, name)) }] as const];
  });
  return new Map(files);
}
