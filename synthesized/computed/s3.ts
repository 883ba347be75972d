// Buckets and their objects.
import { dnsSuffixOf } from "./partition";
import { type ComputedTypes, type ResourceView, textOf } from "./resource-view";
import { stableHex } from "./stable-id";

const bucketAttributes = {
  id: textOf("bucket"),
  arn: (bucket: ResourceView) => `arn:${bucket.partition}:s3:::${bucket.text("bucket")}`,
  bucket_domain_name: (bucket: ResourceView) => `${bucket.text("bucket")}.s3.amazonaws.com`,
  bucket_regional_domain_name: (bucket: ResourceView) =>
    `${bucket.text("bucket")}.s3.${bucket.region}.${dnsSuffixOf(bucket.region)}`,
  bucket_region: ({ region }: ResourceView) => region,
  region: ({ region }: ResourceView) => region,
  hosted_zone_id: () => "Z3AQBSTGFYJSTF",
  website_endpoint: websiteEndpoint,
  website_domain: websiteDomain,
};

export const s3Types: ComputedTypes = {
  aws_s3_bucket: {
    ...bucketAttributes,
    // Terraform's names: the prefix, or `terraform-`, and then digits.
    bucket: (bucket) =>
      `${bucket.text("bucket_prefix") ?? "terraform-"}${stableHex(bucket.address, 26)}`,
  },
  "data.aws_s3_bucket": bucketAttributes,
  aws_s3_bucket_website_configuration: {
    id: textOf("bucket"),
    website_endpoint: websiteEndpoint,
    website_domain: websiteDomain,
  },
  aws_s3_object: {
    id: textOf("key"),
    arn: (object) => `arn:${object.partition}:s3:::${object.text("bucket")}/${object.text("key")}`,
    etag: ({ address }) => stableHex(address, 32),
    version_id: () => "null",
  },
  ...Object.fromEntries(
    [
      "acl",
      "cors_configuration",
      "lifecycle_configuration",
      "ownership_controls",
      "policy",
      "public_access_block",
      "server_side_encryption_configuration",
      "versioning",
    ].map((part) => [`aws_s3_bucket_${part}`, { id: textOf("bucket") }]),
  ),
};

function websiteEndpoint(bucket: ResourceView): string {
  return `${bucket.text("bucket")}.${websiteDomain(bucket)}`;
}

// The oldest regions have a hyphen where the others have a dot.
const HYPHENATED = new Set([
  "us-east-1",
  "us-west-1",
  "us-west-2",
  "ap-northeast-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "eu-west-1",
  "sa-east-1",
  "us-gov-west-1",
]);

function websiteDomain({ region }: ResourceView): string {
  return `s3-website${HYPHENATED.has(region) ? "-" : "."}${region}.${dnsSuffixOf(region)}`;
}
