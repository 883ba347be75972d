import { resourcesOfType, type SynthesizedStack } from "../../../synthesized/stack";
import { textOf } from "../attributes";
import { matchesWildcard } from "../iam/wildcard";

/** An `aws_lambda_permission`: one statement of a function's policy. */
export interface Permission {
  /** Name or ARN of the function. */
  readonly functionName: string;
  /** A service, or `*` for everybody. */
  readonly principal: string;
  /** Such as `lambda:InvokeFunction`. */
  readonly action: string;
  /** A pattern. */
  readonly sourceArn: string;
}

/** Every permission that the stack defines. */
export function readPermissions(stack: SynthesizedStack): Permission[] {
  return resourcesOfType(stack, "aws_lambda_permission").map(({ config }) => ({
    functionName: textOf(config, "function_name") ?? "",
    principal: textOf(config, "principal") ?? "",
    action: textOf(config, "action") ?? "",
    sourceArn: textOf(config, "source_arn") ?? "*",
  }));
}

/**
 * The actions that none of the permissions grants for one of these ARNs.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
 */
export function missingActions(
  permissions: readonly Permission[],
  actions: readonly string[],
  sourceArns: readonly string[],
): string[] {
  const fitting = permissions.filter(({ sourceArn }) =>
    sourceArns.some((actual) => matchesWildcard(actual, sourceArn)),
  );
  return actions.filter(
    (wanted) => !fitting.some(({ action }) => matchesWildcard(wanted, action, "i")),
  );
}
