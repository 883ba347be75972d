// Reads what synthesis wrote. The only file of this folder that touches the disk.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { withoutLists } from "./list-shapes";
import { notJson, withoutByteOrderMark } from "./not-json";
import { isBlock, type Json, type SynthesizedStack } from "./stack";

/**
 * The ids of the stacks in the output folder of `npm run synth`, sorted. A stack that an earlier
 * synthesis left behind is none: the manifest names those of the last one.
 */
export function stackIds(outputFolder: string): string[] {
  const manifest = join(outputFolder, "manifest.json");
  if (!existsSync(manifest)) return [];
  const { stacks } = readConfiguration(manifest) as { readonly stacks?: Json };
  return (isBlock(stacks) ? Object.keys(stacks) : [])
    .filter((id) => existsSync(stackFile(outputFolder, id)))
    .sort();
}

/**
 * One synthesized stack.
 *
 * @param outputFolder usually `cdktf.out`
 * @throws when there is no such stack, with those there are, or when its file is no Terraform JSON
 */
export function readStack(outputFolder: string, id: string): SynthesizedStack {
  const known = stackIds(outputFolder);
  if (known.includes(id)) return readConfiguration(stackFile(outputFolder, id));
  const there = known.length === 0 ? "" : `; there are: ${known.join(", ")}`;
  throw new Error(
    `no synthesized stack at ${join(outputFolder, "stacks", id)}; run "npm run synth" first${there}`,
  );
}

/**
 * A file of Terraform JSON, whoever wrote it.
 *
 * @throws when the file is missing, is HCL or no JSON, or holds something else than an object
 */
export function readConfiguration(file: string): SynthesizedStack {
  if (!existsSync(file)) throw new Error(`no file at ${file}; name a file of Terraform JSON`);
  if (statSync(file).isDirectory()) {
    throw new Error(`${file} is a folder; name a file of Terraform JSON in it`);
  }
  const value = parseJson(readFileSync(file, "utf8"), file);
  if (isBlock(value) && "format_version" in value) {
    throw new Error(
      `${file} is a plan or a state; name the configuration (*.tf.json) that it was made from`,
    );
  }
  if (isBlock(value)) return withoutLists(value);
  throw new Error(`${file} must hold one JSON object, got ${JSON.stringify(value).slice(0, 40)}`);
}

function stackFile(outputFolder: string, id: string): string {
  return join(outputFolder, "stacks", id, "cdk.tf.json");
}

function parseJson(text: string, file: string): Json {
  try {
    return JSON.parse(withoutByteOrderMark(text)) as Json;
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${notJson(text, error)}`);
  }
}
