import { resolve } from "node:path";
import { readSettings } from "../../stacks/settings";
import { configurationFiles } from "../../synthesized/configuration/files";
import { allResources, type SynthesizedStack } from "../../synthesized/stack";
import type { OwnConfiguration } from "./stack-options";

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

/** The files of a configuration, and those that its resources name. */
export function configurationPaths(own: OwnConfiguration, stack: SynthesizedStack): string[] {
  const { folder, files, variableFiles } = configurationFiles(own.configFile);
  const named = allResources(stack).flatMap(({ config }) =>
    FILE_ATTRIBUTES.map((name) => config[name]).filter((value) => typeof value === "string"),
  );
  return [
    ...files,
    ...variableFiles,
    ...own.variableFiles,
    ...named.map((name) => resolve(folder, name)),
  ];
}
