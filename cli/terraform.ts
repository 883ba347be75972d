import { spawnSync } from "node:child_process";

const INSTALL = "https://developer.hashicorp.com/terraform/install";

/** What to do about a Terraform that is missing. */
export const TERRAFORM_IS_MISSING = `Terraform is not installed, or not on the PATH. Install 1.10 or newer:
  ${INSTALL}
Without it these work: npm start, npm run overview, npm run hcl, npm run explain`;

/** What to do about a Terraform that is too old. */
export const TERRAFORM_IS_OLD = `This Terraform is too old: a lock file in S3 needs 1.10 or newer. See
  ${INSTALL}`;

/**
 * Looks for Terraform before cdktf does, which says it after half a minute and between other errors.
 *
 * @throws when it is missing, with where to get it
 */
export function requireTerraform(env: Readonly<Record<string, string | undefined>>): void {
  const { error } = spawnSync(env.TERRAFORM_BINARY_NAME || "terraform", ["version"], {
    env: { ...env, CHECKPOINT_DISABLE: "1" }, // it would ask the network for a newer one
    stdio: "ignore",
  });
  if (error !== undefined && "code" in error && error.code === "ENOENT") {
    throw new Error(TERRAFORM_IS_MISSING);
  }
}
