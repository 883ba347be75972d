import {
  isBlock,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { flagOf, textOf } from "../attributes";
import { readPolicy } from "../iam/policy-document";
import type { BucketAccess } from "./bucket-access";
import { isPublicGrant } from "./public-grant";

/** The settings of an `aws_s3_bucket_public_access_block`. */
interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly ignorePublicAcls: boolean;
  readonly restrictPublicBuckets: boolean;
}

/** What decides over the requests to a bucket, and what AWS refuses of it. */
export interface ReadAccess {
  readonly access: BucketAccess;
  readonly warnings: readonly string[];
}

/**
 * Reads who may use a bucket. Without an `aws_s3_bucket_public_access_block` it blocks all public
 * access, as AWS has every new bucket do.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html
 * @param of the resources of a type that belong to the bucket
 */
export function readAccess(
  stack: SynthesizedStack,
  bucket: Resource,
  name: string,
  of: (type: string) => Resource[],
): ReadAccess {
  const policies = [bucket, ...of("aws_s3_bucket_policy")].filter(
    ({ config: { policy } }) => typeof policy === "string" || isBlock(policy),
  );
  const statements = policies.flatMap(({ config }) => readPolicy(config.policy) ?? []);
  const block = readBlock(of("aws_s3_bucket_public_access_block"));
  const isPublic = statements.some(isPublicGrant);
  return {
    access: {
      arn: textOf(bucket.config, "arn") ?? `arn:aws:s3:::${name}`,
      policy: block.blockPublicPolicy
        ? statements.filter((statement) => !isPublicGrant(statement))
        : statements,
      isRestricted: isPublic && block.restrictPublicBuckets,
      ignoresPublicAcls: block.blockPublicAcls || block.ignorePublicAcls,
      identityPrincipals: (id) => identityPrincipals(stack, id),
    },
    warnings: block.blockPublicPolicy ? refusedPolicies(policies) : [],
  };
}

/** What a new bucket has since April 2023. */
const EVERYTHING_BLOCKED: PublicAccessBlock = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};

function readBlock(resources: readonly Resource[]): PublicAccessBlock {
  if (resources.length === 0) return EVERYTHING_BLOCKED;
  const isSet = (name: string) => resources.some(({ config }) => flagOf(config, name));
  return {
    blockPublicAcls: isSet("block_public_acls"),
    blockPublicPolicy: isSet("block_public_policy"),
    ignorePublicAcls: isSet("ignore_public_acls"),
    restrictPublicBuckets: isSet("restrict_public_buckets"),
  };
}

function refusedPolicies(policies: readonly Resource[]): string[] {
  return policies
    .filter(({ config }) => (readPolicy(config.policy) ?? []).some(isPublicGrant))
    .map(
      ({ address }) =>
        `${address} grants something to everybody, and AWS refuses it (AccessDenied) while public policies are blocked, as they are for a new bucket: here the grant has no effect. Name who may, or set block_public_policy and restrict_public_buckets of an aws_s3_bucket_public_access_block to false`,
    );
}

function identityPrincipals(stack: SynthesizedStack, id: string): Record<string, string[]> {
  const identity = resourcesOfType(stack, "aws_cloudfront_origin_access_identity").find(
    ({ config }) =>
      textOf(config, "id") === id ||
      textOf(config, "cloudfront_access_identity_path")?.endsWith(`/${id}`) === true,
  );
  const arns = [
    `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${id}`,
    identity === undefined ? undefined : textOf(identity.config, "iam_arn"),
  ];
  const canonical =
    identity === undefined ? undefined : textOf(identity.config, "s3_canonical_user_id");
  return {
    AWS: arns.filter((arn) => arn !== undefined),
    ...(canonical === undefined ? {} : { CanonicalUser: [canonical] }),
  };
}
