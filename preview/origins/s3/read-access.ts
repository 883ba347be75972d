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
 * Reads who may use a bucket. Since April 2023 AWS has every new bucket block public access and
 * disable access control lists; an older one does neither. What the stack leaves unsaid is taken as
 * for an older bucket, with a warning of what a new one refuses.
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
  const blockResources = of("aws_s3_bucket_public_access_block");
  const block = readBlock(blockResources);
  const isPublic = statements.some(isPublicGrant);
  const controls = of("aws_s3_bucket_ownership_controls");
  const hasAcls = controls.length === 0 || areAclsEnabled(controls);
  const isUnsaid = controls.length === 0 || blockResources.length === 0;
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
      ...(block.blockPublicPolicy ? publicPolicies(policies, BLOCKED_POLICY) : []),
      ...(blockResources.length === 0 ? publicPolicies(policies, UNSAID_POLICY) : []),
      ...(ignoresPublicAcls ? publicAcls(objects, hasAcls ? BLOCKED_ACL : DISABLED_ACL) : []),
      ...(!ignoresPublicAcls && isUnsaid ? publicAcls(objects, UNSAID_ACL) : []),
    ],
  };
}

function readBlock(resources: readonly Resource[]): PublicAccessBlock {
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

const OPEN_POLICIES =
  "set block_public_policy and restrict_public_buckets of an aws_s3_bucket_public_access_block to false";
const OPEN_ACLS =
  "use a bucket policy, or aws_s3_bucket_ownership_controls with BucketOwnerPreferred and an aws_s3_bucket_public_access_block without block_public_acls and ignore_public_acls";

const BLOCKED_POLICY = `grants something to everybody, which AWS refuses (AccessDenied) while public policies are blocked; here the grant has no effect. Name who may, or ${OPEN_POLICIES}`;
const UNSAID_POLICY = `grants something to everybody, which a bucket that is made today refuses (AccessDenied); here it counts, as in one from before April 2023. Name who may, or ${OPEN_POLICIES}`;
const BLOCKED_ACL =
  "has no effect, public ones are blocked: set block_public_acls and ignore_public_acls of the bucket's aws_s3_bucket_public_access_block to false";
const DISABLED_ACL = `has no effect, access control lists are disabled (AccessControlListNotSupported): ${OPEN_ACLS}`;
const UNSAID_ACL = `is refused by a bucket that is made today (AccessControlListNotSupported); here it counts, as in one from before April 2023: ${OPEN_ACLS}`;

function publicAcls(objects: readonly Resource[], problem: string): string[] {
  return objects
    .filter(({ config }) => isPublicAcl(config))
    .map(({ address, config }) => `${address}: acl "${textOf(config, "acl")}" ${problem}`);
}

function publicPolicies(policies: readonly Resource[], problem: string): string[] {
  return policies
    .filter(({ config }) => (readPolicy(config.policy) ?? []).some(isPublicGrant))
    .map(({ address }) => `${address} ${problem}`);
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
