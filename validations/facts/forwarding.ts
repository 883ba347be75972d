// What a behavior caches and what it sends to its origin.
import { type Block, blocks, type SynthesizedStack } from "../../synthesized/stack";
import { ALL, type NameSet, NONE, type RequestParts } from "./managed-policies";
import { cachePolicyOf, originRequestPolicyOf } from "./policy";
import { flagOf, numberOf, type Truth, textOf, textsOf, UNKNOWN, type Unknown } from "./value";

/** A behavior's caching and forwarding, whichever way it is configured. */
export interface Forwarding {
  /** What tells cached objects apart; it reaches the origin too. */
  readonly key: RequestParts;
  /** What reaches the origin without being part of the key. */
  readonly beside: RequestParts;
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
}

const NOTHING: RequestParts = { headers: NONE, cookies: NONE, queries: NONE };

/** The caching and forwarding of a behavior; UNKNOWN when a policy or a value is not known. */
export function forwardingOf(stack: SynthesizedStack, behavior: Block): Forwarding | Unknown {
  const [legacy] = blocks(behavior.forwarded_values);
  if (legacy !== undefined && textOf(stack, behavior.cache_policy_id) === undefined) {
    return legacyForwarding(stack, behavior, legacy);
  }
  const policy = cachePolicyOf(stack, behavior.cache_policy_id);
  const hasRequestPolicy = textOf(stack, behavior.origin_request_policy_id) !== undefined;
  const beside = hasRequestPolicy
    ? originRequestPolicyOf(stack, behavior.origin_request_policy_id)
    : NOTHING;
  return policy === UNKNOWN || beside === UNKNOWN ? UNKNOWN : { ...policy, beside };
}

function legacyForwarding(
  stack: SynthesizedStack,
  behavior: Block,
  legacy: Block,
): Forwarding | Unknown {
  const headers = textsOf(stack, legacy.headers);
  const [cookieBlock] = blocks(legacy.cookies);
  const cookieMode = textOf(stack, cookieBlock?.forward);
  const cookieNames = textsOf(stack, cookieBlock?.whitelisted_names);
  const sendsQuery = flagOf(stack, legacy.query_string);
  const queryKeys = textsOf(stack, legacy.query_string_cache_keys);
  const minTtl = numberOf(stack, behavior.min_ttl);
  const defaultTtl = numberOf(stack, behavior.default_ttl);
  const maxTtl = numberOf(stack, behavior.max_ttl);
  if (headers === UNKNOWN || cookieMode === UNKNOWN || cookieNames === UNKNOWN) return UNKNOWN;
  if (sendsQuery === UNKNOWN || queryKeys === UNKNOWN) return UNKNOWN;
  if (minTtl === UNKNOWN || defaultTtl === UNKNOWN || maxTtl === UNKNOWN) return UNKNOWN;
  const forwardsAll = headers.includes("*");
  const keyedQueries: NameSet = queryKeys.length > 0 ? { mode: "some", names: queryKeys } : ALL;
  return {
    key: {
      headers: forwardsAll ? ALL : some(headers.map((name) => name.toLowerCase())),
      cookies: cookieMode === "all" ? ALL : some(cookieMode === "whitelist" ? cookieNames : []),
      queries: sendsQuery ? keyedQueries : NONE,
    },
    beside: { ...NOTHING, queries: sendsQuery ? ALL : NONE },
    minTtl: minTtl ?? 0,
    // Forwarding every header turns caching off, whatever the TTLs say.
    defaultTtl: forwardsAll ? 0 : (defaultTtl ?? 86_400),
    maxTtl: forwardsAll ? 0 : (maxTtl ?? 31_536_000),
  };
}

function some(names: readonly string[]): NameSet {
  return names.length === 0 ? NONE : { mode: "some", names };
}

/** Whether a set holds a name. */
export function includes(set: NameSet, name: string): boolean {
  if (set.mode === "all") return true;
  if (set.mode === "all-except") return !set.names.includes(name);
  return set.names.includes(name);
}

/** Whether CloudFront may answer from its cache. */
export function caches(forwarding: Forwarding): boolean {
  return forwarding.maxTtl > 0;
}

/** Whether a viewer's header reaches the origin, by the cache key or beside it. */
export function sendsHeader(forwarding: Forwarding | Unknown, header: string): Truth {
  if (forwarding === UNKNOWN) return UNKNOWN;
  return includes(forwarding.key.headers, header) || includes(forwarding.beside.headers, header);
}
