// Which values a preview cannot do without.
import type { Unresolved } from "../../synthesized/resolve";
import {
  type Block,
  blocks,
  resourcesOfType,
  type SynthesizedStack,
} from "../../synthesized/stack";

/** Parts of a distribution, its origins and behaviors that no request depends on here. */
const UNUSED = new Set([
  "anycast_ip_list_id",
  "comment",
  "connection_function_association",
  "continuous_deployment_policy_id",
  "depends_on",
  "enabled",
  "field_level_encryption_id",
  "grpc_config",
  "http_version",
  "is_ipv6_enabled",
  "logging_config",
  "origin_shield",
  "price_class",
  "realtime_log_config_arn",
  "retain_on_delete",
  "smooth_streaming",
  "staging",
  "tags",
  "tags_all",
  "viewer_certificate",
  "viewer_mtls_config",
  "wait_for_deployment",
  "web_acl_id",
]);

/** Resources that decide with the distribution what happens to a request. */
const DECIDING = new Set([
  "aws_cloudfront_cache_policy",
  "aws_cloudfront_origin_request_policy",
  "aws_cloudfront_response_headers_policy",
  "aws_cloudfront_origin_access_control",
]);

/** Attributes of those that only tell them apart for people. */
const NAMES = new Set(["comment", "description", "name"]);

/** Whether a distribution cannot run without a value. */
export function isNeeded({ address, path }: Unresolved, distribution: string): boolean {
  const [type = ""] = address.split(".");
  const names = path.split(".");
  const [attribute = ""] = names;
  if (DECIDING.has(type)) return !NAMES.has(attribute);
  if (type === "aws_cloudfront_function") return attribute === "code";
  return address === distribution && !names.some((name) => UNUSED.has(name));
}

/**
 * Domains for origins that have none but a URL where they really run, by `address.attribute`: the
 * URL's host stands in, for a bucket a bucket's.
 */
export function domainsOfUrls(
  unresolved: readonly Unresolved[],
  distribution: string,
  stack: SynthesizedStack,
  urls: Readonly<Record<string, string>>,
): Record<string, string> {
  const resource = resourcesOfType(stack, "aws_cloudfront_distribution").find(
    (one) => one.address === distribution,
  );
  const origins = blocks(resource?.config.origin);
  const found = unresolved.flatMap(({ address, path }) => {
    const index = /^origin\.(?:(\d+)\.)?domain_name$/.exec(path);
    if (address !== distribution || index === null) return [];
    const origin = origins[Number(index[1] ?? 0)];
    const url = urls[String(origin?.origin_id)];
    if (origin === undefined || url === undefined || !URL.canParse(url)) return [];
    const domain = isBucket(origin) ? BUCKET_DOMAIN : new URL(url).hostname;
    return [[`${address}.${path}`, domain] as const];
  });
  return Object.fromEntries(found);
}

const BUCKET_DOMAIN = "unknown-bucket.s3.amazonaws.com";

/** As AWS tells them apart: everything else has settings of its own. */
function isBucket({ custom_origin_config, vpc_origin_config }: Block): boolean {
  return [custom_origin_config, vpc_origin_config].every((value) => blocks(value).length === 0);
}

/** What is missing, and the options that supply it: a line each. */
export function unresolvedMessage(needed: readonly Unresolved[]): string {
  const byReason = new Map<string, Unresolved[]>();
  for (const one of needed) {
    // A variable or an attribute says itself what to set, once for all places that use it.
    const key = one.reason.includes("--set ") ? one.reason : placeOf(one);
    byReason.set(key, [...(byReason.get(key) ?? []), one]);
  }
  return [...byReason.values()].map(line).join("\n");
}

function line([first, ...others]: readonly Unresolved[]): string {
  if (first === undefined) return "";
  const { address, expression, reason } = first;
  const problem = `${placeOf(first)} has no value: ${expression || address} (${reason})`;
  if (!reason.includes("--set ")) return `${problem}; supply it with --set ${placeOf(first)}=VALUE`;
  const count = others.length;
  if (count === 0) return problem;
  return `${problem}; ${count === 1 ? "1 more place needs" : `${count} more places need`} it too`;
}

function placeOf({ address, path }: Unresolved): string {
  return path === "" ? address : `${address}.${path}`;
}
