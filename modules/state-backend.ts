// Where a stack's Terraform state lives.
import { join, relative } from "node:path";
import type { TerraformStack } from "cdktf";
import { App, CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend } from "cdktf";

/** A place for Terraform state. */
export type StateBackend =
  | {
      readonly backend: "s3";
      /** Name of the state bucket; it exists before the first `terraform init`. */
      readonly bucket: string;
      /** Region of the state bucket. */
      readonly region: string;
      /** Key of this stack's state object. */
      readonly key: string;
    }
  | {
      readonly backend: "cloud";
      /** Organization in Terraform Cloud. */
      readonly organization: string;
      readonly hostname: string;
      readonly workspace: string;
    }
  | {
      readonly backend: "local";
      /** File name of the state, in the folder that the project is synthesized from. */
      readonly file: string;
    };

/**
 * Gives a stack its state backend. In S3 the state is encrypted and locked by a lock file
 * beside it (`<key>.tflock`), which needs Terraform 1.10 or later and no DynamoDB table.
 *
 * @see https://developer.hashicorp.com/terraform/language/backend/s3
 */
export function useStateBackend(stack: TerraformStack, state: StateBackend): void {
  if (state.backend === "s3") {
    const { bucket, key, region } = state;
    new S3Backend(stack, { bucket, key, region, encrypt: true });
    // CDKTF 0.21 has no property for it.
    stack.addOverride("terraform.backend.s3.use_lockfile", true);
    return;
  }
  if (state.backend === "cloud") {
    const { organization, hostname, workspace } = state;
    new CloudBackend(stack, {
      organization,
      hostname,
      workspaces: new NamedCloudWorkspace(workspace),
    });
    return;
  }
  // Relative to the stack's folder: an absolute path would differ on every machine.
  const stackFolder = join(App.of(stack).outdir, "stacks", stack.node.id);
  new LocalBackend(stack, { path: join(relative(stackFolder, "."), state.file) });
}
