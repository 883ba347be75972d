import { dirname, resolve } from "node:path";
import { readSettings } from "../../stacks/settings";
import { allResources, type SynthesizedStack } from "../../synthesized/stack";

/** Files and folders that `npm run synth` reads. */
export function projectPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  return ["main.ts", "stacks", "modules", "assets", ...settingPaths(env)];
}

/** Settings that cannot be read are said by synthesis; their files may be mended. */
function settingPaths(env: Readonly<Record<string, string | undefined>>): string[] {
  const files = env.HTTPS_ORIGINS ? [env.HTTPS_ORIGINS] : [];
  try {
    const { siteFolder, apiHandler } = readSettings(env);
    return [...files, siteFolder, apiHandler];
  } catch {
    return files;
  }
}

const FILE_ATTRIBUTES = ["source", "filename", "source_file"] as const;

/** A file of Terraform JSON, and the files that its resources name. */
export function configurationPaths(file: string, stack: SynthesizedStack): string[] {
  const folder = dirname(file);
  const named = allResources(stack).flatMap(({ config }) =>
    FILE_ATTRIBUTES.map((name) => config[name]).filter((value) => typeof value === "string"),
  );
  return [file, ...named.map((name) => resolve(folder, name))];
}
