// Packs a Lambda handler's folder into a zip file whose bytes depend on nothing but the files.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { listFiles } from "./list-files";
import { replaceFile } from "./replace-file";

/** A packed handler. */
export interface HandlerArchive {
  /** Path of the zip file, in the project's cache. */
  readonly path: string;
  /** SHA-256 of the zip file in base64, as Lambda reports it. */
  readonly hash: string;
}

// Zip files cannot hold a time before 1980; any fixed one will do.
const FIXED_TIME = new Date("1980-01-01T00:00:00");

/**
 * Packs the folder of a Lambda handler. Touching, copying or checking out the files elsewhere gives
 * the same bytes, so Terraform sees a change exactly when the code changed.
 *
 * @throws when the folder or its `index.mjs` is missing
 */
export function packHandler(folder: string): HandlerArchive {
  const entry = join(folder, "index.mjs");
  if (!existsSync(entry)) {
    throw new Error(
      `the handler file "${entry}" does not exist; name the folder that holds the function's index.mjs (API_HANDLER, for spa-api)`,
    );
  }
  const files = listFiles(folder).map((key) => [key, readFileSync(join(folder, key))] as const);
  const archive = zipSync(Object.fromEntries(files), { level: 9, mtime: FIXED_TIME });
  const hash = createHash("sha256").update(archive).digest("base64");
  const name = `${Buffer.from(hash, "base64").toString("hex").slice(0, 32)}.zip`;
  const cache = join("node_modules", ".cache", "one-origin", "handlers");
  replaceFile(join(cache, name), archive);
  return { path: join(cache, name), hash };
}
