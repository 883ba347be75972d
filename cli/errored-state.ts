// The file that Terraform writes when it changed something and could not save the state.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every `errored.tfstate` below the output folder. */
export function erroredStates(outputFolder: string): string[] {
  const stacks = join(outputFolder, "stacks");
  if (!existsSync(stacks)) return [];
  return readdirSync(stacks)
    .map((id) => join(stacks, id, "errored.tfstate"))
    .filter((file) => existsSync(file));
}

/** What to do about such files, or nothing when there are none. */
export function erroredStateStep(files: readonly string[]): string | undefined {
  if (files.length === 0) return undefined;
  const commands = files.map((file) => {
    const folder = file.slice(0, -"/errored.tfstate".length);
    return `  (cd ${folder} && terraform state push errored.tfstate && rm errored.tfstate)`;
  });
  return [
    "Terraform changed something but could not save its state. The state is in",
    ...files.map((file) => `  ${file}`),
    "Keep that file; a deploy without it would create everything again. Once the backend answers:",
    ...commands,
  ].join("\n");
}
