// Where the files of a configuration that somebody else wrote may be.
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { modulePlaces } from "../../synthesized/configuration/join-module";
import type { SynthesizedStack } from "../../synthesized/stack";

/**
 * The folders of its local modules, and its repository: an app and its handlers are seldom inside
 * the folder of the infrastructure.
 */
export function ownFolders(stack: SynthesizedStack, folder: string): string[] {
  const repository = repositoryOf(resolve(folder));
  return [...modulePlaces(stack).folders, ...(repository === undefined ? [] : [repository])];
}

/** The nearest folder above that Git knows. */
function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
