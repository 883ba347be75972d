// Reads a configuration that somebody else wrote, as Terraform would.
import { readFileSync } from "node:fs";
import { withoutLists } from "../list-shapes";
import type { Block, SynthesizedStack } from "../stack";
import { environmentValues } from "./environment";
import { configurationFiles } from "./files";
import { joinParts, type Part, withVariables } from "./join";
import { withLocalModules } from "./modules";
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
 * one configuration with the values of its `terraform.tfvars` and `*.auto.tfvars`, and of `TF_VAR_*`
 * before those. Its local modules are written out in it.
 *
 * @param moreVariables files of variables that count more, as `terraform plan -var-file` takes them
 * @throws when there is nothing to read, or when a file cannot be read; the message names it
 */
export async function readConfiguration(
  path: string,
  moreVariables: readonly string[] = [],
): Promise<Configuration> {
  const { folder, block } = await readFiles(path, moreVariables);
  const stack = withoutLists(block);
  const whole = await withLocalModules(stack, folder, readModule);
  return { folder, block: whole === stack ? block : (whole as Block) };
}

/** {@link readConfiguration} with the calls of modules as they are. */
export async function readFiles(
  path: string,
  moreVariables: readonly string[] = [],
): Promise<Configuration> {
  const { folder, files, variableFiles } = configurationFiles(path);
  const parts = await readParts(files);
  const joined = joinParts(parts);
  const { variable = {} } = withoutLists({ variable: joined.variable ?? {} });
  const values: Block = Object.assign(
    environmentValues({ variable }, process.env),
    ...(await Promise.all([...variableFiles, ...moreVariables].map(readVariables))),
  );
  return { folder, block: withVariables(joined, values) };
}

/** The files of a module, whose variables have the values of its calls alone. */
async function readModule(folder: string): Promise<SynthesizedStack> {
  return withoutLists(joinParts(await readParts(configurationFiles(folder).files)));
}

function readParts(files: readonly string[]): Promise<Part[]> {
  return Promise.all(files.map(async (file) => ({ file, block: await readPart(file) })));
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
