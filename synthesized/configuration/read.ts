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
 * @throws when there is nothing to read, or when a file cannot be read; the message names it
 */
export async function readConfiguration(path: string): Promise<Configuration> {
  const { folder, files, variableFiles } = configurationFiles(path);
  const parts = await Promise.all(files.map(async (file) => ({ file, block: await parse(file) })));
  const values: Block = Object.assign({}, ...(await Promise.all(variableFiles.map(parse))));
  return { folder, block: withVariables(joinParts(parts), values) };
}

/** {@link readConfiguration} with one object for each labelled block. */
export async function readStackAt(path: string): Promise<SynthesizedStack> {
  return withoutLists((await readConfiguration(path)).block);
}

function parse(file: string): Promise<Block> {
  return parseFile(file, readFileSync(file, "utf8"));
}
