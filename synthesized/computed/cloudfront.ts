// Distributions, policies, functions and what else belongs to CloudFront.
import { globalArn } from "./arn";
import {
  managedCachePolicyIds,
  managedOriginRequestPolicyIds,
  managedResponseHeadersPolicyIds,
} from "./managed-policy-ids";
import {
  type ComputedAttributes,
  type ComputedTypes,
  type ResourceView,
  textOf,
} from "./resource-view";
import { stableHex, stableId, stableUuid } from "./stable-id";

// The Route 53 hosted zone of every distribution.
const HOSTED_ZONE_ID = "Z2FDTNDATAQYW2";

const etag = ({ address }: ResourceView) => `E${stableId(`etag ${address}`, 13).toUpperCase()}`;
const upperId =
  (first: string) =>
  ({ address }: ResourceView) =>
    `${first}${stableId(address, 13).toUpperCase()}`;
const uuid = ({ address }: ResourceView) => stableUuid(address);
const arnOf = (kind: string) => (resource: ResourceView) =>
  globalArn(resource, "cloudfront", `${kind}/${resource.text("id")}`);

// From the id, so that a data source which names the id shows the same distribution.
const distribution: ComputedAttributes = {
  arn: arnOf("distribution"),
  caller_reference: ({ address }) => `terraform-${stableHex(address, 26)}`,
  domain_name: (one) => `d${stableId(one.text("id") ?? one.address, 13)}.cloudfront.net`,
  etag,
  hosted_zone_id: () => HOSTED_ZONE_ID,
  in_progress_validation_batches: () => 0,
  status: () => "Deployed",
};

// From the id, too.
const accessIdentity: ComputedAttributes = {
  caller_reference: ({ address }) => `terraform-${stableHex(address, 26)}`,
  cloudfront_access_identity_path: (identity) =>
    `origin-access-identity/cloudfront/${identity.text("id")}`,
  etag,
  iam_arn: (identity) =>
    `arn:${identity.partition}:iam::cloudfront:user/CloudFront Origin Access Identity ${identity.text("id")}`,
  s3_canonical_user_id: ({ address }) => stableHex(address, 96),
};

export const cloudfrontTypes: ComputedTypes = {
  aws_cloudfront_distribution: { ...distribution, id: upperId("E") },
  "data.aws_cloudfront_distribution": distribution,
  aws_cloudfront_origin_access_control: {
    id: upperId("E"),
    arn: arnOf("origin-access-control"),
    etag,
  },
  aws_cloudfront_origin_access_identity: { ...accessIdentity, id: upperId("E") },
  "data.aws_cloudfront_origin_access_identity": accessIdentity,
  aws_cloudfront_function: {
    id: textOf("name"),
    arn: (one) => globalArn(one, "cloudfront", `function/${one.text("name")}`),
    etag,
    live_stage_etag: etag,
    status: () => "UNASSOCIATED",
  },
  aws_cloudfront_key_value_store: {
    id: uuid,
    arn: (store) => globalArn(store, "cloudfront", `key-value-store/${stableUuid(store.address)}`),
    etag,
    last_modified_time: () => "1970-01-01T00:00:00Z",
  },
  aws_cloudfrontkeyvaluestore_key: {
    id: (key) => `${key.text("key_value_store_arn")},${key.text("key")}`,
    total_size_in_bytes: () => 0,
  },
  aws_cloudfront_cache_policy: { id: uuid, arn: arnOf("cache-policy"), etag },
  aws_cloudfront_origin_request_policy: { id: uuid, arn: arnOf("origin-request-policy"), etag },
  aws_cloudfront_response_headers_policy: { id: uuid, arn: arnOf("response-headers-policy"), etag },
  aws_cloudfront_public_key: { id: upperId("K"), etag },
  aws_cloudfront_key_group: { id: uuid, etag },
  aws_cloudfront_monitoring_subscription: { id: textOf("distribution_id") },
  "data.aws_cloudfront_cache_policy": managed(managedCachePolicyIds, "cache policy"),
  "data.aws_cloudfront_origin_request_policy": managed(
    managedOriginRequestPolicyIds,
    "origin request policy",
  ),
  "data.aws_cloudfront_response_headers_policy": managed(
    managedResponseHeadersPolicyIds,
    "response headers policy",
  ),
  "data.aws_cloudfront_log_delivery_canonical_user_id": {
    id: () => "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0",
  },
};

/** A data source that finds one of AWS's own policies by its name. */
function managed(ids: ReadonlyMap<string, string>, kind: string): ComputedAttributes {
  return {
    id: (policy) => {
      const name = policy.text("name") ?? "";
      // No policy of one's own has such a name, so that theirs need not be known.
      const theirs = /^Managed-/.test(name) ? ids.get(name.replace(/^Managed-/, "")) : undefined;
      if (theirs !== undefined) return theirs;
      const own = policy
        .all(policy.type)
        .find((candidate) => candidate.text("name") === name)
        ?.text("id");
      return own ?? ids.get(name.replace(/^Managed-/, "")) ?? stableUuid(`${kind} ${name}`);
    },
  };
}
