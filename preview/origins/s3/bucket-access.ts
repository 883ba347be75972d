import type { Caller } from "../caller";
import type { ConditionContext } from "../iam/conditions";
import { type Decision, decide } from "../iam/decide";
import type { PolicyStatement } from "../iam/policy-document";

/** What decides over the requests to one bucket. */
export interface BucketAccess {
  readonly arn: string;
  readonly policy: readonly PolicyStatement[];
  /**
   * Whether only services and users of the account get in, whatever the policy grants: it is public
   * and `restrict_public_buckets` is set.
   */
  readonly isRestricted: boolean;
  /** Whether public access control lists count for nothing. */
  readonly ignoresPublicAcls: boolean;
  /** The principals of an origin access identity, by its id. */
  readonly identityPrincipals: (id: string) => Readonly<Record<string, readonly string[]>>;
}

/** Who asks: CloudFront, nobody known, or an IAM user whose own policies are not evaluated. */
export type Asking = Caller | { readonly kind: "user"; readonly arn: string };

/**
 * Decides over one action. A user of the account is allowed unless the bucket denies: what the
 * user's own policies say is not known here.
 *
 * @param resource the bucket's ARN, or an object's
 * @param context the keys of the request, without those of who asks
 */
export function bucketDecision(
  access: BucketAccess,
  asking: Asking,
  action: string,
  resource: string,
  context: ConditionContext,
): Decision {
  const decision = decide(access.policy, {
    principals: principalsOf(asking, access),
    action,
    resource,
    context: {
      ...context,
      ...(asking.kind === "distribution"
        ? { "aws:sourcearn": asking.arn, "aws:sourceaccount": asking.arn.split(":")[4] }
        : {}),
    },
  });
  if (decision === "allow" && asking.kind === "anonymous" && access.isRestricted) {
    return "implicit-deny";
  }
  if (decision === "implicit-deny" && asking.kind === "user") return "allow";
  return decision;
}

function principalsOf(
  asking: Asking,
  access: BucketAccess,
): Readonly<Record<string, readonly string[]>> {
  switch (asking.kind) {
    case "anonymous":
      return {};
    case "distribution":
      return { Service: ["cloudfront.amazonaws.com"] };
    case "identity":
      return access.identityPrincipals(asking.id);
    case "user": {
      const account = asking.arn.split(":")[4] ?? "";
      return { AWS: [asking.arn, account, `arn:aws:iam::${account}:root`] };
    }
  }
}
