import { type ConditionContext, conditionsHold } from "./conditions";
import type { PolicyStatement } from "./policy-document";
import { matchesWildcard } from "./wildcard";

/** One request to an AWS service, as its policies see it. */
export interface AccessRequest {
  /** Who asks, by the kinds that a policy may name; empty: anybody. */
  readonly principals: Readonly<Record<string, readonly string[]>>;
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** The resource's ARN. */
  readonly resource: string;
  readonly context: ConditionContext;
}

/** What a policy says. Without a statement that matches, it denies implicitly. */
export type Decision = "allow" | "explicit-deny" | "implicit-deny";

/**
 * Evaluates the statements of one policy: an explicit deny wins over every allow.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(statements: readonly PolicyStatement[], request: AccessRequest): Decision {
  const matching = statements.filter((statement) => applies(statement, request));
  if (matching.some(({ effect }) => effect === "Deny")) return "explicit-deny";
  return matching.length > 0 ? "allow" : "implicit-deny";
}

function applies(statement: PolicyStatement, request: AccessRequest): boolean {
  const { principals, notPrincipals, actions, notActions, resources, notResources } = statement;
  if (principals !== undefined && !namesOneOf(principals, request.principals)) return false;
  if (notPrincipals !== undefined && namesOneOf(notPrincipals, request.principals)) return false;
  if (actions !== undefined && !some(actions, request.action, "i")) return false;
  if (notActions !== undefined && some(notActions, request.action, "i")) return false;
  if (resources !== undefined && !some(resources, request.resource, "")) return false;
  if (notResources !== undefined && some(notResources, request.resource, "")) return false;
  return conditionsHold(statement.conditions, request.context);
}

function namesOneOf(
  named: Readonly<Record<string, readonly string[]>>,
  asking: Readonly<Record<string, readonly string[]>>,
): boolean {
  return Object.entries(named).some(([kind, values]) =>
    values.some(
      (value) =>
        (value === "*" && (kind === "*" || kind === "AWS")) || (asking[kind] ?? []).includes(value),
    ),
  );
}

function some(patterns: readonly string[], text: string, flags: "" | "i"): boolean {
  return patterns.some((pattern) => matchesWildcard(text, pattern, flags));
}
