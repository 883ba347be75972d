// Reads a configuration that somebody else wrote, as Terraform would.
import { readFileSync } from "node:fs";
import { withoutLists } from "../list-shapes";
import type { Block, SynthesizedStack } from "../stack";
import { configurationFiles } from "./files";
import { joinParts, withVariables } from "./join";
import { parseFile } from "./parse";

/** A configuration and where it is. */
export interface Configuration {
  /** Paths in the configuration are relative to it. */
  readonly folder: string;
  /** As written; blocks may be lists. */
  readonly block: Block;
}

/**
 * A configuration: a file of HCL or of Terraform JSON, or a folder, whose `*.tf` and `*.tf.json` make
 * one configuration with the values of its `terraform.tfvars` and `*.auto.tfvars`.
 *
 * @param moreVariables files of variables that count more, as `terraform plan -var-file` takes them
 * @throws when there is nothing to read, or when a file cannot be read; the message names it
 */
export async function readConfiguration(
  path: string,
  moreVariables: readonly string[] = [],
): Promise<Configuration> {
  const { folder, files, variableFiles } = configurationFiles(path);
  const parts = await Promise.all(
    files.map(async (file) => ({ file, block: await readPart(file) })),
  );
  const values: Block = Object.assign(
    {},
    ...(await Promise.all([...variableFiles, ...moreVariables].map(readVariables))),
  );
  return { folder, block: withVariables(joinParts(parts), values) };
}

/** {@link readConfiguration} with one object for each labelled block. */
export async function readStackAt(
  path: string,
  moreVariables: readonly string[] = [],
): Promise<SynthesizedStack> {
  return withoutLists((await readConfiguration(path, moreVariables)).block);
}

function readPart(file: string): Promise<Block> {
  return parseFile(file, textOf(file), file.endsWith(".tf") ? "HCL" : "JSON");
}

/** Files of variables may have any name; Terraform takes those for JSON that end so. */
function readVariables(file: string): Promise<Block> {
  return parseFile(file, textOf(file), file.endsWith(".json") ? "JSON" : "HCL");
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`cannot read ${file} (${(error as NodeJS.ErrnoException).code})`);
  }
}
