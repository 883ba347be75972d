/**
 * How to see why Terraform failed. cdktf may end before it has passed on all that Terraform said:
 * then the error is missing, which Terraform writes last.
 *
 * @param output what cdktf printed
 * @returns undefined when the reason is there, or when it was not Terraform that failed
 */
export function lostReasonStep(
  output: string,
  verb: "deploy" | "diff" | "destroy",
  stack: string,
): string | undefined {
  if (!output.includes("Invoking Terraform CLI failed") || output.includes("Error: ")) {
    return undefined;
  }
  return `cdktf ended before it had passed on Terraform's reason. It is shown, and nothing is changed, by:
  (cd cdktf.out/stacks/${stack} && terraform plan${verb === "destroy" ? " -destroy" : ""})`;
}
