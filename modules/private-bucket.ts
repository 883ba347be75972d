import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Lazy, Token } from "cdktf";
import { Construct } from "constructs";
import { bucketNameProblem } from "./private/bucket-name";
import { denyWithoutTls, policyDocument, type Statement } from "./private/bucket-policy";

/** Properties for a {@link PrivateBucket}. */
export interface PrivateBucketProps {
  /**
   * The bucket's name, unique in all of AWS.
   *
   * @default - Terraform makes one up, starting with `bucketPrefix`
   */
  readonly bucketName?: string;

  /**
   * Start of the made-up name; at most 37 characters. Not used when `bucketName` is given.
   *
   * @default - a name that starts with `terraform-`
   */
  readonly bucketPrefix?: string;

  /**
   * Whether destroying the bucket also destroys what is in it, old versions included.
   *
   * @default false - Terraform refuses to destroy a bucket that is not empty
   */
  readonly forceDestroy?: boolean;

  /**
   * Whether Terraform refuses every plan that would destroy the bucket.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * Days after which a version that is no longer current is deleted.
   *
   * @default 30
   */
  readonly noncurrentDays?: number;

  /**
   * Days after which objects are deleted.
   *
   * @default - never
   */
  readonly expirationDays?: number;
}

/**
 * An S3 bucket that nobody reads without an explicit grant: public access blocked, access control
 * lists off, encrypted, versioned, and refusing requests that do not come over TLS.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
 */
export class PrivateBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly policy: S3BucketPolicy;
  private readonly grants: Statement[] = [];

  constructor(scope: Construct, id: string, props: PrivateBucketProps = {}) {
    super(scope, id);
    validateNames(this, props);

    this.bucket = new S3Bucket(this, "Resource", {
      bucket: props.bucketName,
      bucketPrefix: props.bucketName === undefined ? props.bucketPrefix : undefined,
      forceDestroy: props.forceDestroy ?? false,
      ...(props.preventDestroy === true ? { lifecycle: { preventDestroy: true } } : {}),
    });
    const bucket = this.bucket.id;
    const publicAccess = new S3BucketPublicAccessBlock(this, "PublicAccessBlock", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "OwnershipControls", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    });
    const versioning = new S3BucketVersioningA(this, "Versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "Lifecycle", {
      bucket,
      rule: [
        {
          id: "expire-old-versions",
          status: "Enabled",
          filter: [{ prefix: "" }],
          ...(props.expirationDays === undefined
            ? {}
            : { expiration: [{ days: props.expirationDays }] }),
          noncurrentVersionExpiration: [{ noncurrentDays: props.noncurrentDays ?? 30 }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      dependsOn: [versioning],
    });
    this.policy = new S3BucketPolicy(this, "Policy", {
      bucket,
      policy: Lazy.stringValue({
        produce: () => policyDocument([denyWithoutTls(this.bucket.arn), ...this.grants]),
      }),
      // S3 refuses to change both at once.
      dependsOn: [publicAccess],
    });
  }

  /** Adds a statement to the bucket's policy. */
  grant(statement: Statement): void {
    this.grants.push(statement);
  }
}

function validateNames(scope: Construct, { bucketName, bucketPrefix }: PrivateBucketProps): void {
  if (bucketName !== undefined && !Token.isUnresolved(bucketName)) {
    const problem = bucketNameProblem(bucketName);
    if (problem !== undefined) {
      throw new Error(`bucketName ${problem}, got "${bucketName}" (at ${scope.node.path})`);
    }
  }
  if (bucketPrefix !== undefined && !Token.isUnresolved(bucketPrefix)) {
    if (/^[a-z0-9][a-z0-9.-]{0,36}$/.test(bucketPrefix)) return;
    throw new Error(
      `bucketPrefix must be 1-37 lower-case letters, digits, dots or hyphens, got "${bucketPrefix}" (at ${scope.node.path})`,
    );
  }
}
