// Reads what synthesis wrote.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJson } from "./configuration/parse";
import { withoutLists } from "./list-shapes";
import { type Block, isBlock, type SynthesizedStack } from "./stack";

/**
 * The ids of the stacks in the output folder of `npm run synth`, sorted. A stack that an earlier
 * synthesis left behind is none: the manifest names those of the last one.
 */
export function stackIds(outputFolder: string): string[] {
  const manifest = join(outputFolder, "manifest.json");
  if (!existsSync(manifest)) return [];
  const { stacks } = readObject(manifest);
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
  if (known.includes(id)) return withoutLists(readObject(stackFile(outputFolder, id)));
  const there = known.length === 0 ? "" : `; there are: ${known.join(", ")}`;
  throw new Error(
    `no synthesized stack at ${join(outputFolder, "stacks", id)}; run "npm run synth" first${there}`,
  );
}

function readObject(file: string): Block {
  const value = parseJson(file, readFileSync(file, "utf8"));
  if (isBlock(value)) return value;
  throw new Error(`${file} must hold one JSON object, got ${JSON.stringify(value).slice(0, 40)}`);
}

function stackFile(outputFolder: string, id: string): string {
  return join(outputFolder, "stacks", id, "cdk.tf.json");
}
