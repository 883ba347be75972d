// What a deploy leaves to do when it took something away from an API.
import { stripVTControlCharacters } from "node:util";

const TAKEN =
  /aws_api_gateway_(?:authorizer|gateway_response|integration|method|resource)\.\S+: Destruction complete/;
const DEPLOYMENT = /(aws_api_gateway_deployment\.\S+): Creation complete/;

/**
 * How to take a route away from the stage too. API Gateway serves a snapshot of the API, its
 * deployment, and Terraform has to make the new one before it deletes what the old one depended on.
 *
 * @param output what cdktf printed while it deployed
 * @returns undefined when nothing was taken away from an API that is still there
 */
export function staleStageStep(output: string): string | undefined {
  const deployments = new Map<string, string>();
  const stale = new Set<string>();
  let stack = "STACK";
  for (const line of stripVTControlCharacters(output).split("\n")) {
    // cdktf names the stack in the first of its lines only.
    stack = /^(\S+) {2}/.exec(line)?.[1] ?? stack;
    const deployment = DEPLOYMENT.exec(line)?.[1];
    if (deployment !== undefined) deployments.set(stack, deployment);
    if (TAKEN.test(line)) stale.add(stack);
  }
  const commands = [...deployments]
    .filter(([deployed]) => stale.has(deployed))
    .map(
      ([deployed, address]) =>
        `  (cd cdktf.out/stacks/${deployed} && terraform apply -replace=${address})`,
    );
  if (commands.length === 0) return undefined;
  return `One more step: API Gateway serves a snapshot of the API, and Terraform took it before it deleted
what you took away, so the stage still answers that. Take another snapshot:
${commands.join("\n")}`;
}
