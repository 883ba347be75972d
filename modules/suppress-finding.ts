import type { TerraformResource } from "cdktf";

/** A finding of the lint that is accepted, and why. */
export interface AcceptedFinding {
  /** The rule's id. */
  readonly id: string;

  /** Why it is accepted: whoever reads the stack should agree. */
  readonly reason: string;

  /**
   * The nested block it is about, such as `origin "api"`.
   *
   * @default - the whole resource
   */
  readonly part?: string;
}

/**
 * Writes down that findings about a resource are accepted. They travel in the synthesized JSON below
 * `//`, which Terraform ignores, so that every reader of the JSON sees them.
 */
export function suppressFindings(
  resource: TerraformResource,
  findings: readonly AcceptedFinding[],
): void {
  if (findings.length > 0) resource.addOverride("//.lint.suppress", findings);
}
