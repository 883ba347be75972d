import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files of one configuration. */
export interface ConfigurationFiles {
  /** Paths in the configuration are relative to it. */
  readonly folder: string;
  readonly files: readonly string[];
  /** In the order that Terraform reads them: what comes later counts. */
  readonly variableFiles: readonly string[];
}

const CONFIGURATION = /\.tf(\.json)?$/;
const OVERRIDE = /(^|_)override\.tf(\.json)?$/;
const FIRST_VARIABLES = ["terraform.tfvars", "terraform.tfvars.json"];
const MORE_VARIABLES = /\.auto\.tfvars(\.json)?$/;

/** Backups of editors, which Terraform does not read either. */
const IGNORED = /^\.|~$|^#.*#$/;

/**
 * What belongs to a configuration: a file alone, or all `*.tf` and `*.tf.json` of a folder with the
 * variables that Terraform reads by itself.
 *
 * @throws when there is nothing, or when a file would have to be merged into the others
 * @see https://developer.hashicorp.com/terraform/language/files
 * @see https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
export function configurationFiles(path: string): ConfigurationFiles {
  if (!existsSync(path)) {
    throw new Error(`no file at ${path}; name a file of Terraform, or a folder of such files`);
  }
  if (!statSync(path).isDirectory()) {
    return { folder: dirname(path), files: [path], variableFiles: [] };
  }
  const names = readdirSync(path, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !IGNORED.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const files = names.filter((name) => CONFIGURATION.test(name));
  if (files.length === 0) throw new Error(`${path} has no *.tf or *.tf.json file in it`);
  const override = files.find((name) => OVERRIDE.test(name));
  if (override !== undefined) {
    throw new Error(
      `${join(path, override)} overrides other files, which is not followed here; write its values into them, or name one file`,
    );
  }
  const variables = [
    ...FIRST_VARIABLES.filter((name) => names.includes(name)),
    ...names.filter((name) => MORE_VARIABLES.test(name)),
  ];
  return {
    folder: path,
    files: files.map((name) => join(path, name)),
    variableFiles: variables.map((name) => join(path, name)),
  };
}
