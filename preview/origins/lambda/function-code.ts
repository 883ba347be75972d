import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, normalize, sep } from "node:path";
import { unzipSync, zipSync } from "fflate";
import {
  blocks,
  dataOfType,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { textOf } from "../attributes";
import { type FileRules, isFolder, locate, readStackFile } from "../stack-file";

/** Code on disk that a process can load. */
export interface CodeFolder {
  readonly path: string;
  /** Deletes what was unpacked; a folder of the developer's stays. */
  remove(): void;
}

/** A function's archive may unpack to 250 MB. */
const MAX_BYTES = 250_000_000;

/**
 * Brings a function's code to disk: from `filename` (a zip file, or a folder), from an object of
 * the stack that `s3_bucket` and `s3_key` name, or from the sources of an `archive_file` that
 * Terraform has not built yet.
 *
 * @throws when there is no code or an archive leads out of its folder
 */
export async function functionCode(
  { address, config }: Resource,
  stack: SynthesizedStack,
  rules: FileRules,
): Promise<CodeFolder> {
  const filename = textOf(config, "filename") ?? objectSource(config, stack);
  if (filename === undefined) {
    throw new Error(
      `${address} has no code that can run here; it needs filename, or s3_key of an object of the stack`,
    );
  }
  const archive = dataOfType(stack, "archive_file").find(
    (data) => textOf(data.config, "output_path") === filename,
  );
  if (archive !== undefined) return fromArchiveFile(archive, rules);
  return fromPath(filename, rules);
}

async function fromPath(name: string, rules: FileRules): Promise<CodeFolder> {
  const path = locate(name, rules);
  if (isFolder(path)) return { path, remove: () => {} };
  return unpack((await readStackFile(name, rules)).bytes, name);
}

async function fromArchiveFile(archive: Resource, rules: FileRules): Promise<CodeFolder> {
  const folder = textOf(archive.config, "source_dir");
  if (folder !== undefined) return { path: locate(folder, rules), remove: () => {} };
  const file = textOf(archive.config, "source_file");
  const entries: Record<string, Uint8Array> = {};
  if (file !== undefined) entries[basename(file)] = (await readStackFile(file, rules)).bytes;
  const { config } = archive;
  const name = textOf(config, "source_content_filename");
  if (name !== undefined) entries[name] = Buffer.from(textOf(config, "source_content") ?? "");
  for (const source of blocks(config.source)) {
    entries[textOf(source, "filename") ?? "index.js"] = Buffer.from(
      textOf(source, "content") ?? "",
    );
  }
  return unpack(zipSync(entries), archive.address);
}

function unpack(zip: Uint8Array, name: string): CodeFolder {
  const files = filesOf(zip, name);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "one-origin-lambda-")));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const [entry, bytes] of Object.entries(files)) {
      const path = join(folder, normalize(entry));
      if (entry.includes("\\") || !path.startsWith(folder + sep)) {
        throw new Error(`"${name}" has the entry "${entry}", which leads out of its folder`);
      }
      if (entry.endsWith("/")) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return { path: folder, remove };
}

function filesOf(zip: Uint8Array, name: string): Record<string, Uint8Array> {
  let size = 0;
  const filter = ({ originalSize }: { readonly originalSize: number }) => {
    size += originalSize;
    return size <= MAX_BYTES;
  };
  try {
    const files = unzipSync(zip, { filter });
    if (size <= MAX_BYTES) return files;
  } catch {
    throw new Error(`"${name}" is no zip file; build it again`);
  }
  throw new Error(`"${name}" unpacks to more than ${MAX_BYTES} bytes`);
}

function objectSource(config: Resource["config"], stack: SynthesizedStack): string | undefined {
  const [bucket, key] = [textOf(config, "s3_bucket"), textOf(config, "s3_key")];
  if (bucket === undefined || key === undefined) return undefined;
  const object = resourcesOfType(stack, "aws_s3_object").find(
    (candidate) =>
      textOf(candidate.config, "key") === key && textOf(candidate.config, "bucket") === bucket,
  );
  return object === undefined ? undefined : textOf(object.config, "source");
}
