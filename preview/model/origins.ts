// Origins and origin groups of a distribution.
import { resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { Origin, OriginAccessControl, OriginGroup } from "../edge-model";
import { type Fields, fieldsOf } from "./fields";

// A bucket's REST endpoint, an access point among them; a website endpoint is a custom origin.
const BUCKET_DOMAIN = /(^|\.)s3(?!-website)[a-z0-9.-]*\.amazonaws\.com(\.cn)?$/;
const PROTOCOL_POLICIES = ["http-only", "https-only", "match-viewer"] as const;

/** One `origin` block. @throws when it is neither a bucket nor has a `custom_origin_config` */
export function originOf(stack: SynthesizedStack, origin: Fields): Origin {
  const id = origin.text("origin_id");
  const domainName = origin.text("domain_name");
  const vpc = origin.block("vpc_origin_config");
  const custom = origin.block("custom_origin_config") ?? vpcEndpoint(stack, vpc);
  const timeouts = vpc ?? custom;
  if (custom === undefined && !BUCKET_DOMAIN.test(domainName)) {
    throw new Error(
      `${origin.path} has no custom_origin_config, but its domain_name "${domainName}" is not a bucket's REST domain; add a custom_origin_config, or use the bucket's bucket_regional_domain_name`,
    );
  }
  const control = accessControlOf(stack, origin, custom === undefined);
  const alwaysSigned = control?.signingBehavior === "always";
  const completion = origin.number("response_completion_timeout");
  const identity = origin.block("s3_origin_config")?.optionalText("origin_access_identity");
  return {
    id,
    domainName,
    originPath: (origin.optionalText("origin_path") ?? "").replace(/\/+$/, ""),
    kind: custom === undefined ? "s3" : "custom",
    customHeaders: origin
      .blocks("custom_header")
      .map((header) => [header.text("name"), header.optionalText("value") ?? ""] as const),
    connectionAttempts: origin.number("connection_attempts") ?? 3,
    connectionTimeoutSeconds: origin.number("connection_timeout") ?? 10,
    readTimeoutSeconds: timeouts?.number("origin_read_timeout") ?? 30,
    keepaliveTimeoutSeconds: timeouts?.number("origin_keepalive_timeout") ?? 5,
    ...(completion ? { responseCompletionTimeoutSeconds: completion } : {}),
    protocolPolicy:
      custom?.word("origin_protocol_policy", PROTOCOL_POLICIES) ??
      (alwaysSigned ? "https-only" : "match-viewer"),
    httpPort: custom?.number("http_port") ?? 80,
    httpsPort: custom?.number("https_port") ?? 443,
    sslProtocols: sslProtocolsOf(custom),
    ...(control === undefined ? {} : { originAccessControl: control }),
    ...(identity === undefined ? {} : { originAccessIdentity: identity }),
  };
}

/** One `origin_group` block. @throws when a member is no origin of the distribution */
export function originGroupOf(group: Fields, origins: readonly Origin[]): OriginGroup {
  const id = group.text("origin_id");
  const members = group.blocks("member").map((member) => member.text("origin_id"));
  const unknown = members.find((member) => origins.every((origin) => origin.id !== member));
  if (unknown !== undefined || members.length !== 2) {
    throw new Error(
      `${group.path} needs two members that are origins of the distribution, got ${quoted(members)}; its origins are ${quoted(origins.map((origin) => origin.id))}`,
    );
  }
  const codes = group.block("failover_criteria")?.texts("status_codes") ?? [];
  return { id, members, statusCodes: codes.map(Number) };
}

/** Names in quotes, for messages. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ") || "none";
}

/** Terraform keeps ports and protocols of an origin in a VPC in a resource of its own. */
function vpcEndpoint(stack: SynthesizedStack, config: Fields | undefined): Fields | undefined {
  if (config === undefined) return undefined;
  const id = config.text("vpc_origin_id");
  const found = resourcesOfType(stack, "aws_cloudfront_vpc_origin").find(
    (resource) => resource.config.id === id,
  );
  const settings =
    found && fieldsOf(found.config, found.address).block("vpc_origin_endpoint_config");
  return settings ?? fieldsOf({ origin_protocol_policy: "match-viewer" }, config.path);
}

function accessControlOf(
  stack: SynthesizedStack,
  origin: Fields,
  isBucket: boolean,
): OriginAccessControl | undefined {
  const id = origin.optionalText("origin_access_control_id");
  if (id === undefined) return undefined;
  const found = resourcesOfType(stack, "aws_cloudfront_origin_access_control").find(
    (resource) => resource.config.id === id,
  );
  // One of another stack: what everyone sets.
  if (found === undefined) {
    return { id, originType: isBucket ? "s3" : "lambda", signingBehavior: "always" };
  }
  const control = fieldsOf(found.config, found.address);
  return {
    id,
    originType: control.text("origin_access_control_origin_type"),
    signingBehavior: control.word("signing_behavior", ["always", "never", "no-override"]),
  };
}

/** A list in custom_origin_config, a block with items in a VPC origin. */
function sslProtocolsOf(custom: Fields | undefined): readonly string[] {
  const nested = custom?.block("origin_ssl_protocols")?.texts("items");
  const named = nested ?? custom?.texts("origin_ssl_protocols") ?? [];
  return named.length === 0 ? ["TLSv1.2"] : named;
}
