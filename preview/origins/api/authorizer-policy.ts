import { decide } from "../iam/decide";
import { type PolicyStatement, readPolicy } from "../iam/policy-document";
import type { Place } from "../place";

/** What a Lambda authorizer returned, as an IAM policy. */
export interface AuthorizerResult {
  readonly principalId: string;
  readonly policy: readonly PolicyStatement[];
  /** Values for the integration. */
  readonly context: Readonly<Record<string, unknown>>;
  /** The API key, for an API whose keys come from its authorizer. */
  readonly usageIdentifierKey?: string;
}

/**
 * Reads an authorizer's result. Its context may hold lists and maps, which a REST API refuses.
 *
 * @returns undefined when it has another shape: API Gateway answers 500 then
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-output.html
 */
export function readAuthorizerResult(payload: unknown): AuthorizerResult | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  const {
    principalId,
    policyDocument,
    context = {},
    usageIdentifierKey,
  } = payload as Record<string, unknown>;
  const policy = readPolicy(policyDocument);
  if (typeof principalId !== "string" || policy === undefined) return undefined;
  if (typeof context !== "object" || context === null) return undefined;
  const values = Object.entries(context).filter(([, value]) => value !== null);
  const result = { principalId, policy, context: Object.fromEntries(values) };
  return typeof usageIdentifierKey === "string" ? { ...result, usageIdentifierKey } : result;
}

/** Whether a context has texts, numbers and booleans only. */
export function isFlat({ context }: AuthorizerResult): boolean {
  return Object.values(context).every((value) =>
    ["string", "number", "boolean"].includes(typeof value),
  );
}

/** The ARN that a function's permission for an authorizer names. */
export function authorizerArn(
  { id, place }: { readonly id: string; readonly place: Place },
  authorizerId: string,
): string {
  const { partition, region, accountId } = place;
  return `arn:${partition}:execute-api:${region}:${accountId}:${id}/authorizers/${authorizerId}`;
}

/** What the policy of an authorizer says of one method. */
export function authorizerDecision(result: AuthorizerResult, methodArn: string) {
  return decide(result.policy, {
    principals: {},
    action: "execute-api:Invoke",
    resource: methodArn,
    context: {},
  });
}
