import {
  blocks,
  isBlock,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../../synthesized/stack";
import { flagOf, textOf } from "../attributes";
import { readPolicy } from "../iam/policy-document";
import type { BucketAccess } from "./bucket-access";
import { isPublicGrant } from "./public-grant";
import { isPublicAcl } from "./stored-object";

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
  const objects = [...of("aws_s3_bucket_object"), ...of("aws_s3_object")];
  const policies = [bucket, ...of("aws_s3_bucket_policy")].filter(
    ({ config: { policy } }) => typeof policy === "string" || isBlock(policy),
  );
  const statements = policies.flatMap(({ config }) => readPolicy(config.policy) ?? []);
  const block = readBlock(of("aws_s3_bucket_public_access_block"));
  const isPublic = statements.some(isPublicGrant);
  const hasAcls = areAclsEnabled(of("aws_s3_bucket_ownership_controls"));
  const ignoresPublicAcls = !hasAcls || block.blockPublicAcls || block.ignorePublicAcls;
  return {
    access: {
      arn: textOf(bucket.config, "arn") ?? `arn:aws:s3:::${name}`,
      policy: block.blockPublicPolicy
        ? statements.filter((statement) => !isPublicGrant(statement))
        : statements,
      isRestricted: isPublic && block.restrictPublicBuckets,
      ignoresPublicAcls,
      identityPrincipals: (id) => identityPrincipals(stack, id),
    },
    warnings: [
      ...(block.blockPublicPolicy ? refusedPolicies(policies) : []),
      ...(ignoresPublicAcls ? ineffectiveAcls(objects, hasAcls) : []),
    ],
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

/**
 * Whether access control lists count; a new bucket has them disabled.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
function areAclsEnabled(controls: readonly Resource[]): boolean {
  return controls
    .flatMap(({ config }) => blocks(config.rule))
    .some((rule) =>
      /^(BucketOwnerPreferred|ObjectWriter)$/.test(textOf(rule, "object_ownership") ?? ""),
    );
}

function ineffectiveAcls(objects: readonly Resource[], hasAcls: boolean): string[] {
  const change = hasAcls
    ? "public ones are blocked: set block_public_acls and ignore_public_acls of the bucket's aws_s3_bucket_public_access_block to false"
    : "access control lists are disabled, as they are for a new bucket (AccessControlListNotSupported): use a bucket policy, or aws_s3_bucket_ownership_controls with BucketOwnerPreferred";
  return objects
    .filter(({ config }) => isPublicAcl(config))
    .map(
      ({ address, config }) =>
        `${address}: acl "${textOf(config, "acl")}" has no effect, ${change}`,
    );
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
