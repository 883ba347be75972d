// The cache and origin request policies of a behavior: AWS's own, or the stack's.
import { dataOfType, resourcesOfType, type SynthesizedStack } from "../../synthesized/stack";
import type { CachePolicy, NamedValues, OriginRequestPolicy } from "../edge-model";
import { managedCachePolicy } from "../pipeline/managed-cache-policies";
import { managedOriginRequestPolicy } from "../pipeline/managed-origin-request-policies";
import { type Fields, fieldsOf } from "./fields";

const NAMED = ["none", "whitelist", "allExcept", "all"] as const;

/** The cache policy with an id. @throws when neither AWS nor the stack has it */
export function cachePolicyOf(stack: SynthesizedStack, id: string, user: string): CachePolicy {
  return managedCachePolicy(id) ?? ownCachePolicy(policyFields(stack, "cache", id, user));
}

/** The origin request policy with an id. @throws when neither AWS nor the stack has it */
export function originRequestPolicyOf(
  stack: SynthesizedStack,
  id: string,
  user: string,
): OriginRequestPolicy {
  return (
    managedOriginRequestPolicy(id) ??
    ownOriginRequestPolicy(policyFields(stack, "origin_request", id, user))
  );
}

/** The fields of the stack's policy with an id. @throws when the stack has none */
export function policyFields(
  stack: SynthesizedStack,
  kind: "cache" | "origin_request" | "response_headers",
  id: string,
  user: string,
): Fields {
  const type = `aws_cloudfront_${kind}_policy`;
  const all = resourcesOfType(stack, type);
  const found = all.find(({ config }) => config.id === id);
  if (found !== undefined) return fieldsOf(found.config, found.address);
  const asked = dataOfType(stack, type).find(({ config }) => config.id === id);
  const named =
    asked === undefined ? `"${id}"` : `"${String(asked.config.name ?? id)}" (${asked.address})`;
  const own = all.map(({ address }) => address).join(", ") || "none";
  throw new Error(
    `${user} uses the ${kind.replaceAll("_", " ")} policy ${named}, which is neither AWS's nor the stack's (it defines ${own}); name one of those, or define the policy as a resource`,
  );
}

function ownCachePolicy(policy: Fields): CachePolicy {
  const key = policy.block("parameters_in_cache_key_and_forwarded_to_origin");
  const headers = key?.block("headers_config");
  return {
    id: policy.text("id"),
    name: policy.label("name"),
    minTtl: policy.number("min_ttl") ?? 0,
    defaultTtl: policy.number("default_ttl") ?? 86_400,
    maxTtl: policy.number("max_ttl") ?? 31_536_000,
    headers: {
      behavior: headers?.word("header_behavior", ["none", "whitelist"], "none") ?? "none",
      items: headers?.block("headers")?.texts("items") ?? [],
    },
    cookies: namedValues(key?.block("cookies_config"), "cookie_behavior", "cookies"),
    queryStrings: namedValues(
      key?.block("query_strings_config"),
      "query_string_behavior",
      "query_strings",
    ),
    acceptEncodingGzip: key?.flag("enable_accept_encoding_gzip") ?? false,
    acceptEncodingBrotli: key?.flag("enable_accept_encoding_brotli") ?? false,
  };
}

function ownOriginRequestPolicy(policy: Fields): OriginRequestPolicy {
  const headers = policy.block("headers_config");
  return {
    id: policy.text("id"),
    name: policy.label("name"),
    headers: {
      behavior:
        headers?.word(
          "header_behavior",
          ["none", "whitelist", "allViewer", "allViewerAndWhitelistCloudFront", "allExcept"],
          "none",
        ) ?? "none",
      items: headers?.block("headers")?.texts("items") ?? [],
    },
    cookies: namedValues(policy.block("cookies_config"), "cookie_behavior", "cookies"),
    queryStrings: namedValues(
      policy.block("query_strings_config"),
      "query_string_behavior",
      "query_strings",
    ),
  };
}

function namedValues(config: Fields | undefined, behavior: string, list: string): NamedValues {
  if (config === undefined) return { behavior: "none", items: [] };
  return {
    behavior: config.word(behavior, NAMED, "none"),
    items: config.block(list)?.texts("items") ?? [],
  };
}
