import { PrivateBucket, type PrivateBucketProps } from "../../modules";
import { addresses, resource, synthesize } from "../support/synth";

const synth = (props?: PrivateBucketProps) =>
  synthesize((scope) => {
    new PrivateBucket(scope, "site", props);
  });

const statements = (stack: ReturnType<typeof synth>) =>
  JSON.parse(String(resource(stack, "aws_s3_bucket_policy.site").policy)).Statement;

describe("PrivateBucket", () => {
  it("needs no props", () => {
    const stack = synth();
    expect(resource(stack, "aws_s3_bucket.site")).toEqual({ force_destroy: false });
    expect(addresses(stack)).toEqual([
      "aws_s3_bucket.site",
      "aws_s3_bucket_lifecycle_configuration.site",
      "aws_s3_bucket_ownership_controls.site",
      "aws_s3_bucket_policy.site",
      "aws_s3_bucket_public_access_block.site",
      "aws_s3_bucket_server_side_encryption_configuration.site",
      "aws_s3_bucket_versioning.site",
    ]);
  });

  it("renders every prop", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const props: Required<PrivateBucketProps> = {
      bucketName: "my-site",
      bucketPrefix: "unused-",
      forceDestroy: true,
      preventDestroy: true,
      noncurrentDays: 7,
      expirationDays: 90,
    };
    const stack = synth(props);
    expect(resource(stack, "aws_s3_bucket.site")).toEqual({
      bucket: "my-site",
      force_destroy: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(resource(stack, "aws_s3_bucket_lifecycle_configuration.site")).toMatchObject({
      rule: [
        {
          expiration: [{ days: 90 }],
          noncurrent_version_expiration: [{ noncurrent_days: 7 }],
        },
      ],
    });
  });

  it("lets Terraform make up a name from a prefix", () => {
    expect(resource(synth({ bucketPrefix: "my-" }), "aws_s3_bucket.site")).toMatchObject({
      bucket_prefix: "my-",
    });
  });

  it("blocks every kind of public access and turns access control lists off", () => {
    const stack = synth();
    expect(resource(stack, "aws_s3_bucket_public_access_block.site")).toEqual({
      bucket: "${aws_s3_bucket.site.id}",
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(resource(stack, "aws_s3_bucket_ownership_controls.site").rule).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
  });

  it("is encrypted and versioned", () => {
    const stack = synth();
    expect(resource(stack, "aws_s3_bucket_server_side_encryption_configuration.site").rule).toEqual(
      [{ apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } }],
    );
    expect(resource(stack, "aws_s3_bucket_versioning.site").versioning_configuration).toEqual({
      status: "Enabled",
    });
  });

  it("refuses requests without TLS and grants nothing by itself", () => {
    expect(statements(synth())).toEqual([
      {
        Sid: "DenyWithoutTls",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["${aws_s3_bucket.site.arn}", "${aws_s3_bucket.site.arn}/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]);
  });

  it("adds grants to its one policy", () => {
    const stack = synthesize((scope) => {
      const site = new PrivateBucket(scope, "site");
      site.grant({
        Sid: "Reader",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: "s3:GetObject",
        Resource: `${site.bucket.arn}/*`,
      });
    });
    expect(statements(stack).map(({ Sid }: { Sid: string }) => Sid)).toEqual([
      "DenyWithoutTls",
      "Reader",
    ]);
  });

  it("refuses a bucket name that S3 would refuse, and says which and where", () => {
    expect(() => synth({ bucketName: "My_Site" })).toThrow(/got "My_Site" \(at test\/site\)/);
    expect(() => synth({ bucketPrefix: "x".repeat(38) })).toThrow(/bucketPrefix must be 1-37/);
  });
});
