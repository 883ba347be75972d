// Cache policies and origin request policies, managed or defined in the configuration.
import { type Block, blocks, type Json, type SynthesizedStack } from "../../synthesized/stack";
import {
  ALL,
  type CachePolicy,
  MANAGED_CACHE_POLICIES,
  MANAGED_ORIGIN_REQUEST_POLICIES,
  type NameSet,
  NONE,
  type RequestParts,
} from "./managed-policies";
import { resourceOf } from "./reference";
import { numberOf, textOf, textsOf, UNKNOWN, type Unknown } from "./value";

const DAY = 86_400;
const YEAR = 365 * DAY;

/** The cache policy that a behavior names; UNKNOWN when it is neither managed nor in the configuration. */
export function cachePolicyOf(
  stack: SynthesizedStack,
  id: Json | undefined,
): CachePolicy | Unknown {
  const found = policyOf(stack, id, "aws_cloudfront_cache_policy", MANAGED_CACHE_POLICIES);
  return found === UNKNOWN || "key" in found ? found : customCachePolicy(stack, found.config);
}

/** What the origin request policy that a behavior names sends to the origin. */
export function originRequestPolicyOf(
  stack: SynthesizedStack,
  id: Json | undefined,
): RequestParts | Unknown {
  const type = "aws_cloudfront_origin_request_policy";
  const found = policyOf(stack, id, type, MANAGED_ORIGIN_REQUEST_POLICIES);
  return found === UNKNOWN || "headers" in found ? found : requestParts(stack, found.config);
}

function policyOf<P extends { name: string }>(
  stack: SynthesizedStack,
  id: Json | undefined,
  type: string,
  managed: Readonly<Record<string, P>>,
): P | { readonly config: Block } | Unknown {
  const known = textOf(stack, id);
  const byId = typeof known === "string" ? managed[known] : undefined;
  if (byId !== undefined) return byId;
  const resource = resourceOf(stack, id, [type]);
  if (resource === undefined) return UNKNOWN;
  if (!resource.address.startsWith("data.")) return { config: resource.config };
  const name = textOf(stack, resource.config.name);
  return Object.values(managed).find((policy) => `Managed-${policy.name}` === name) ?? UNKNOWN;
}

function customCachePolicy(stack: SynthesizedStack, config: Block): CachePolicy | Unknown {
  const [parameters] = blocks(config.parameters_in_cache_key_and_forwarded_to_origin);
  const key = requestParts(stack, parameters ?? {});
  const minTtl = numberOf(stack, config.min_ttl);
  const defaultTtl = numberOf(stack, config.default_ttl);
  const maxTtl = numberOf(stack, config.max_ttl);
  if (key === UNKNOWN || minTtl === UNKNOWN || defaultTtl === UNKNOWN || maxTtl === UNKNOWN) {
    return UNKNOWN;
  }
  return {
    key,
    minTtl: minTtl ?? 0,
    defaultTtl: defaultTtl ?? DAY,
    maxTtl: maxTtl ?? YEAR,
  };
}

function requestParts(stack: SynthesizedStack, config: Block): RequestParts | Unknown {
  const headers = nameSet(stack, config, "headers", "header");
  const cookies = nameSet(stack, config, "cookies", "cookie");
  const queries = nameSet(stack, config, "query_strings", "query_string");
  if (headers === UNKNOWN || cookies === UNKNOWN || queries === UNKNOWN) return UNKNOWN;
  const names = headers.names.map((name) => name.toLowerCase());
  return { headers: { ...headers, names }, cookies, queries };
}

// `headers_config { header_behavior, headers { items } }`, and the same for the two others.
function nameSet(
  stack: SynthesizedStack,
  config: Block,
  plural: string,
  singular: string,
): NameSet | Unknown {
  const [part] = blocks(config[`${plural}_config`]);
  const behavior = textOf(stack, part?.[`${singular}_behavior`]);
  if (behavior === UNKNOWN) return UNKNOWN;
  if (behavior === undefined || behavior === "none") return NONE;
  if (["all", "allViewer", "allViewerAndWhitelistCloudFront"].includes(behavior)) return ALL;
  const names = textsOf(stack, blocks(part?.[plural])[0]?.items);
  if (names === UNKNOWN) return UNKNOWN;
  return { mode: behavior === "whitelist" ? "some" : "all-except", names };
}
