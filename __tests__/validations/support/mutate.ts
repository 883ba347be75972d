// Copies of a configuration with a few values changed.
import type { Block, Json, SynthesizedStack } from "../../../synthesized/stack";

/**
 * New values by path, such as `aws_s3_bucket.site.bucket`; `undefined` and `null` remove what is there.
 *
 * Paths start at `resource` unless their first word is another top-level key or one of the places
 * of the base stack: `distribution`, `api-origin`, `site-origin`, `api-behavior`, `site-behavior`.
 */
export type Patch = Readonly<Record<string, Json | undefined>>;

const TOP = ["terraform", "provider", "resource", "data", "output", "variable", "locals", "//"];

const DISTRIBUTION = ["resource", "aws_cloudfront_distribution", "distribution"];
const PLACES: Readonly<Record<string, readonly string[]>> = {
  distribution: DISTRIBUTION,
  "site-origin": [...DISTRIBUTION, "origin", "0"],
  "api-origin": [...DISTRIBUTION, "origin", "1"],
  "site-behavior": [...DISTRIBUTION, "default_cache_behavior"],
  "api-behavior": [...DISTRIBUTION, "ordered_cache_behavior", "0"],
};

/** A deep copy of a configuration with a patch applied. */
export function mutate(stack: SynthesizedStack, patch: Patch): SynthesizedStack {
  const copy = structuredClone(stack) as Record<string, unknown>;
  for (const [path, value] of Object.entries(patch)) set(copy, keysOf(path), value);
  return copy as SynthesizedStack;
}

function keysOf(path: string): readonly string[] {
  const [first = "", ...rest] = path.split(".");
  const place = PLACES[first];
  if (place !== undefined) return [...place, ...rest];
  return TOP.includes(first) ? [first, ...rest] : ["resource", first, ...rest];
}

function set(target: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  const [key = "", ...rest] = keys;
  if (rest.length > 0) {
    target[key] ??= {};
    set(target[key] as Record<string, unknown>, rest, value);
  } else if (value !== undefined && value !== null) target[key] = value;
  else if (Array.isArray(target)) target.splice(Number(key), 1);
  else delete target[key];
}

/** An ordered behavior to the API that caches nothing, with some attributes replaced. */
export function apiBehavior(pathPattern: string, attributes: Block = {}): Block {
  return {
    path_pattern: pathPattern,
    target_origin_id: "apigw",
    allowed_methods: ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"],
    cached_methods: ["GET", "HEAD"],
    cache_policy_id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    origin_request_policy_id: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
    viewer_protocol_policy: "redirect-to-https",
    ...attributes,
  };
}

/** An ordered behavior to the bucket that caches as the origin says, with some attributes replaced. */
export function siteBehavior(pathPattern: string, attributes: Block = {}): Block {
  return {
    path_pattern: pathPattern,
    target_origin_id: "s3",
    allowed_methods: ["GET", "HEAD"],
    cached_methods: ["GET", "HEAD"],
    cache_policy_id: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    viewer_protocol_policy: "redirect-to-https",
    ...attributes,
  };
}

/** An origin that is any host, reached over TLS 1.2, with some attributes replaced. */
export function customOrigin(id: string, domainName: string, attributes: Block = {}): Block {
  return {
    origin_id: id,
    domain_name: domainName,
    custom_origin_config: {
      http_port: 80,
      https_port: 443,
      origin_protocol_policy: "https-only",
      origin_ssl_protocols: ["TLSv1.2"],
      ...attributes,
    },
  };
}
