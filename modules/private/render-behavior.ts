// Pure rendering of cache behaviors.
import type {
  CloudfrontDistributionDefaultCacheBehavior,
  CloudfrontDistributionDefaultCacheBehaviorForwardedValues,
  CloudfrontDistributionDefaultCacheBehaviorFunctionAssociation,
} from "@cdktf/provider-aws/lib/cloudfront-distribution";
import { type BehaviorProps, type ForwardedValues, READ_METHODS } from "../behavior";
import { CACHE_POLICIES } from "../managed-policies";

/** The attributes that a default and an ordered cache behavior share. */
export function renderBehavior(
  props: BehaviorProps,
  functions: readonly CloudfrontDistributionDefaultCacheBehaviorFunctionAssociation[] = [],
): CloudfrontDistributionDefaultCacheBehavior {
  return {
    targetOriginId: props.targetOriginId,
    viewerProtocolPolicy: props.viewerProtocolPolicy ?? "redirect-to-https",
    allowedMethods: [...(props.allowedMethods ?? READ_METHODS)],
    cachedMethods: [...(props.cachedMethods ?? READ_METHODS)],
    compress: props.compress,
    responseHeadersPolicyId: props.responseHeadersPolicyId,
    ...caching(props),
    ...(functions.length === 0 ? {} : { functionAssociation: [...functions] }),
  };
}

function caching(props: BehaviorProps): Partial<CloudfrontDistributionDefaultCacheBehavior> {
  if (props.forwardedValues === undefined) {
    return {
      cachePolicyId: props.cachePolicyId ?? CACHE_POLICIES.CachingDisabled,
      originRequestPolicyId: props.originRequestPolicyId,
    };
  }
  return {
    forwardedValues: renderForwardedValues(props.forwardedValues),
    minTtl: props.minTtl,
    defaultTtl: props.defaultTtl,
    maxTtl: props.maxTtl,
  };
}

function renderForwardedValues(
  values: ForwardedValues,
): CloudfrontDistributionDefaultCacheBehaviorForwardedValues {
  const { cookies, headers, queryString, queryStringCacheKeys } = values;
  return {
    queryString,
    ...(queryStringCacheKeys === undefined
      ? {}
      : { queryStringCacheKeys: [...queryStringCacheKeys] }),
    cookies:
      typeof cookies === "string"
        ? { forward: cookies }
        : { forward: "whitelist", whitelistedNames: [...cookies.allow] },
    ...(headers === undefined ? {} : { headers: [...headers] }),
  };
}
