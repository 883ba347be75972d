// What a plan would do, read from `terraform show -json`.
import type { ProjectCopy } from "./project-copy";

export interface PlannedChange {
  readonly address: string;
  /** For example `update`, or `create+delete` for a replacement. */
  readonly action: string;
}

/** Plans the stack and gives every change, without those that change nothing. @throws with Terraform's reason */
export async function plannedChanges(
  project: ProjectCopy,
  stack: string,
): Promise<PlannedChange[]> {
  const plan = await project.terraform(stack, ["plan", "-input=false", "-out=test.tfplan"]);
  if (plan.code !== 0) throw new Error(plan.output);
  const { stdout } = await project.terraform(stack, ["show", "-json", "test.tfplan"]);
  const { resource_changes = [] } = JSON.parse(stdout) as Plan;
  return resource_changes
    .map(({ address, change }) => ({ address, action: change.actions.join("+") }))
    .filter(({ action }) => action !== "no-op" && action !== "read");
}

interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}
