// What Terraform 1.11 with AWS provider 5.100 and cdktf 0.21 print when they fail, as they print it.

export const NO_CREDENTIALS = `Error: No valid credential sources found

Please see https://developer.hashicorp.com/terraform/language/backend/s3
for more information about providing credentials.

Error: failed to refresh cached credentials, no EC2 IMDS role found,
operation error ec2imds: GetMetadata, access disabled to EC2 IMDS via client
option, or "AWS_EC2_METADATA_DISABLED" environment variable
`;

export const NO_PROFILE = `Error: failed to get shared config profile, nope

  with provider["registry.terraform.io/hashicorp/aws"],
  on main.tf line 6, in provider "aws":
`;

export const EXPIRED = `Error: Retrieving AWS account details: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, https response error StatusCode: 403, RequestID: , api error ExpiredToken: The security token included in the request is expired
`;

export const NO_STATE_BUCKET = `Error: Failed to get existing workspaces: S3 bucket "missing-bucket-x" does not exist.

The referenced S3 bucket must have been previously created. If the S3 bucket
was created within the last minute, please wait for a minute or two and try
again.

Error: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: 2fHb9sx243S7zCRWwAz5, HostID: 9Gjjt1m+cjU4OPvX9O9, NoSuchBucket:
`;

/** As cdktf shows it: the stack's name, a frame, colours. */
export const LOCKED = `spa-api  \u001b[31m╷\u001b[0m\u001b[0m
         \u001b[31m│\u001b[0m \u001b[0m\u001b[1m\u001b[31mError: \u001b[0m\u001b[0m\u001b[1mError acquiring the state lock\u001b[0m
         \u001b[31m│\u001b[0m \u001b[0m
         \u001b[31m│\u001b[0m \u001b[0m\u001b[0mError message: operation error S3: PutObject, https response error
         \u001b[31m│\u001b[0m \u001b[0mStatusCode: 412, RequestID:
         \u001b[31m│\u001b[0m \u001b[0mapi error PreconditionFailed: At least one of the pre-conditions you
         \u001b[31m│\u001b[0m \u001b[0mspecified did not hold
         \u001b[31m│\u001b[0m \u001b[0mLock Info:
         \u001b[31m│\u001b[0m \u001b[0m  ID:        b1d4e5f6-1111-2222-3333-444455556666
         \u001b[31m│\u001b[0m \u001b[0m  Path:      one-origin-terraform-state/one-origin/dev/spa-api.tfstate
         \u001b[31m│\u001b[0m \u001b[0m  Operation: OperationTypeApply
         \u001b[31m│\u001b[0m \u001b[0m  Who:       ci@runner
         \u001b[31m│\u001b[0m \u001b[0m  Version:   1.11.4
         \u001b[31m│\u001b[0m \u001b[0m  Created:   2026-11-21 00:01:02.123456 +0000 UTC
         \u001b[31m│\u001b[0m \u001b[0m  Info:
         \u001b[31m│\u001b[0m \u001b[0m
         \u001b[31m│\u001b[0m \u001b[0mTerraform acquires a state lock to protect the state from being written
         \u001b[31m│\u001b[0m \u001b[0mby multiple users at the same time. Please resolve the issue above and try
         \u001b[31m╵\u001b[0m\u001b[0m
Invoking Terraform CLI failed with exit code 1
`;

export const BUCKET_TAKEN = `Error: creating S3 Bucket (taken): operation error S3: CreateBucket, https response error StatusCode: 409, RequestID: , HostID: , BucketAlreadyExists:

  with aws_s3_bucket.frontend_bucket,
`;

export const BUCKET_OWNED = `Error: creating S3 Bucket (one-origin-terraform-state): operation error S3: CreateBucket, https response error StatusCode: 409, RequestID: QGzh5va20vlq5x, HostID: 9Gjjt1m+cjU4OPvX9O9, BucketAlreadyOwnedByYou:
`;

export const NOT_AUTHORIZED = `Error: creating S3 Bucket (taken): operation error S3: CreateBucket, https response error StatusCode: 403, RequestID: , HostID: , api error AccessDenied: User: arn:aws:iam::123456789012:user/dev is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::taken" because no identity-based policy allows the s3:CreateBucket action
`;

export const ACCESS_DENIED = `Error: creating CloudFront Distribution: operation error CloudFront: CreateDistributionWithTags, https response error StatusCode: 403, RequestID: , AccessDenied: no
`;

export const NO_TERRAFORM = `state  execvp(3) failed.: No such file or directory
Error: terraform init failed with exit code 1
`;

export const NO_REGISTRY = `Error: Failed to query available provider packages

Could not retrieve the list of available versions for provider hashicorp/aws:
could not connect to registry.terraform.io: failed to request discovery
document: Get "https://registry.terraform.io/.well-known/terraform.json":
dial tcp: lookup registry.terraform.io: no such host
`;

export const NO_CHECKSUMS = `Error: Could not retrieve providers for locking

Terraform failed to fetch the requested providers for darwin_arm64 in order
to calculate their checksums: some providers could not be installed:
- registry.terraform.io/hashicorp/aws: could not connect to
registry.terraform.io: failed to request discovery document: Get
"https://registry.terraform.io/.well-known/terraform.json": dial tcp: lookup
registry.terraform.io: no such host.
`;

export const OTHER_BACKEND = `Error: Backend initialization required, please run "terraform init"

Reason: Backend configuration block has changed
`;

/** The stack `beanstalk` with two environments and access logs. */
export const BUCKETS_NOT_EMPTY = `Error: deleting S3 Bucket (one-origin-dev-a-logs-20261121034517224900000001): operation error S3: DeleteBucket, https response error StatusCode: 409, RequestID: oWrg2oBp8fGF953AzeAHxurXGmvVF5xuz8fxkfa8QTLkYBbCJQOV, HostID: 9Gjjt1m+cjU4OPvX9O9/8RuvnG41MRb/18Oux2o5H5MY7ISNTlXN+Dz9IG62/ILVxhAGI0qyPfg=, api error BucketNotEmpty: The bucket you tried to delete is not empty

Error: deleting S3 Bucket (one-origin-dev-b-logs-20261121034633074100000001): operation error S3: DeleteBucket, https response error StatusCode: 409, RequestID: mscsuhwFT9w1u5yuvAPwDVWMOojWRD1XwMGkQPScQldnyohP0AUw, HostID: 9Gjjt1m+cjU4OPvX9O9, api error BucketNotEmpty: The bucket you tried to delete is not empty. You must delete all versions in the bucket.
`;

export const RECORD_EXISTS = `Error: creating Route53 Record: operation error Route 53: ChangeResourceRecordSets, https response error StatusCode: 400, RequestID: 4f8d, InvalidChangeBatch: [Tried to create resource record set [name='www.example.com.', type='A'] but it already exists]

  with aws_route53_record.distribution_domain_www_example_com_a,
`;

export const RECORD_IS_CNAME = `Error: creating Route53 Record: operation error Route 53: ChangeResourceRecordSets, https response error StatusCode: 400, RequestID: 4f8d, InvalidChangeBatch: [RRSet of type AAAA with DNS name www.example.com. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone example.com.]
`;
