// Cache behaviors: what a path pattern points at and under which rules.
import type { SynthesizedStack } from "../../synthesized/stack";
import type { Behavior, ForwardedValues } from "../edge-model";
import type { Fields } from "./fields";
import { functionAssociations } from "./functions";
import { quoted } from "./origins";
import { cachePolicyOf, originRequestPolicyOf } from "./policies";
import { responseHeadersPolicyOf } from "./response-headers-policy";
import { trustedKeysOf } from "./trusted-keys";

/**
 * One cache behavior.
 *
 * @param targets ids of the distribution's origins and origin groups
 * @throws when it points at an origin or a policy that is not there
 */
export function behaviorOf(
  stack: SynthesizedStack,
  behavior: Fields,
  pathPattern: string,
  targets: readonly string[],
): Behavior {
  const user = `behavior "${pathPattern}" (${behavior.path})`;
  const targetOriginId = behavior.text("target_origin_id");
  if (!targets.includes(targetOriginId)) {
    throw new Error(
      `${user} points at origin "${targetOriginId}", which the distribution does not define; its origins and origin groups are ${quoted(targets)}`,
    );
  }
  const cachePolicyId = behavior.optionalText("cache_policy_id");
  const originRequestPolicyId = behavior.optionalText("origin_request_policy_id");
  const responseHeadersPolicyId = behavior.optionalText("response_headers_policy_id");
  const forwarded = behavior.block("forwarded_values");
  const trustedKeys = trustedKeysOf(stack, behavior);
  return {
    pathPattern,
    targetOriginId,
    viewerProtocolPolicy: behavior.word("viewer_protocol_policy", [
      "allow-all",
      "redirect-to-https",
      "https-only",
    ]),
    allowedMethods: behavior.texts("allowed_methods"),
    cachedMethods: behavior.texts("cached_methods"),
    compress: behavior.flag("compress"),
    ...(cachePolicyId === undefined
      ? {}
      : { cachePolicy: cachePolicyOf(stack, cachePolicyId, user) }),
    ...(originRequestPolicyId === undefined
      ? {}
      : { originRequestPolicy: originRequestPolicyOf(stack, originRequestPolicyId, user) }),
    ...(responseHeadersPolicyId === undefined
      ? {}
      : { responseHeadersPolicy: responseHeadersPolicyOf(stack, responseHeadersPolicyId, user) }),
    ...(forwarded === undefined || cachePolicyId !== undefined
      ? {}
      : { forwardedValues: forwardedValuesOf(behavior, forwarded) }),
    functions: functionAssociations(stack, behavior),
    ...(trustedKeys === undefined ? {} : { trustedKeys }),
  };
}

function forwardedValuesOf(behavior: Fields, forwarded: Fields): ForwardedValues {
  const cookies = forwarded.block("cookies");
  return {
    minTtl: behavior.number("min_ttl") ?? 0,
    defaultTtl: behavior.number("default_ttl") ?? 86_400,
    maxTtl: behavior.number("max_ttl") ?? 31_536_000,
    headers: forwarded.texts("headers"),
    cookies: {
      forward: cookies?.word("forward", ["none", "whitelist", "all"], "none") ?? "none",
      whitelistedNames: cookies?.texts("whitelisted_names") ?? [],
    },
    queryString: forwarded.flag("query_string"),
    queryStringCacheKeys: forwarded.texts("query_string_cache_keys"),
  };
}
