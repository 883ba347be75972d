// The commands of a deployment, as users run them.
import type { ProjectCopy } from "./project-copy";
import type { Finished } from "./run-command";

// The mirror has one platform's provider; a lock file for all needs the registry.
const APPROVE = ["--auto-approve", "--skip-provider-lock"];

/** Synthesizes the project and deploys the stacks at once. */
export function deploy(project: ProjectCopy, ...stacks: readonly string[]): Promise<Finished> {
  return project.cdktf(["deploy", ...stacks, ...APPROVE]);
}

/** Destroys the stacks at once. */
export function destroy(project: ProjectCopy, ...stacks: readonly string[]): Promise<Finished> {
  return project.cdktf(["destroy", ...stacks, ...APPROVE]);
}

/** Plans a deployed stack again; its code is 0 when there is nothing to do, outputs included. */
export function planAgain(project: ProjectCopy, stack: string): Promise<Finished> {
  return project.terraform(stack, ["plan", "-input=false", "-detailed-exitcode"]);
}
