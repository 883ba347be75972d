import { resourcesOfType, type SynthesizedStack } from "../../../synthesized/stack";
import { unknownOperators } from "./conditions";
import { readPolicy } from "./policy-document";

/** The resources whose `policy` is evaluated here. */
const TYPES = [
  "aws_s3_bucket",
  "aws_s3_bucket_policy",
  "aws_api_gateway_rest_api",
  "aws_api_gateway_rest_api_policy",
];

/** What is wrong with the policies of a stack, so that AWS refuses them. */
export function policyWarnings(stack: SynthesizedStack): string[] {
  return TYPES.flatMap((type) => resourcesOfType(stack, type)).flatMap(({ address, config }) => {
    const statements = readPolicy(config.policy) ?? [];
    const operators = statements.flatMap(({ conditions }) => unknownOperators(conditions));
    return [...new Set(operators)].map(
      (operator) =>
        `${address}: IAM has no condition operator "${operator}", so that AWS refuses the policy and its statement applies to nothing here; correct its name`,
    );
  });
}
