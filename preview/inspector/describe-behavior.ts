import type {
  Behavior,
  CachePolicy,
  EdgeModel,
  ForwardedValues,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
} from "../edge-model";
import {
  count,
  methodsInWords,
  namedInWords,
  timesInWords,
  viewerProtocolInWords,
} from "./in-words";

/** One setting in words. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A behavior as the picture shows it. */
export interface BehaviorPicture {
  readonly pattern: string;
  readonly isDefault: boolean;
  /** Id of the origin or of the origin group. */
  readonly target: string;
  /** The origin, or the group's members with the primary first. */
  readonly originIds: readonly string[];
  /** The settings that matter most, in one line. */
  readonly brief: string;
  readonly facts: readonly Fact[];
}

/** Turns a behavior into what the picture shows of it. */
export function pictureBehavior(
  behavior: Behavior,
  model: EdgeModel,
  isDefault: boolean,
): BehaviorPicture {
  const group = model.originGroups.find(({ id }) => id === behavior.targetOriginId);
  return {
    pattern: behavior.pathPattern,
    isDefault,
    target: behavior.targetOriginId,
    originIds: group?.members ?? [behavior.targetOriginId],
    brief: briefOf(behavior),
    facts: [
      { label: "Viewers", text: viewerProtocolInWords(behavior.viewerProtocolPolicy) },
      { label: "Methods", text: methodsInWords(behavior.allowedMethods) },
      { label: "Cache", text: cacheInWords(behavior) },
      { label: "To the origin", text: forwardingInWords(behavior) },
      { label: "Response headers", text: responseHeadersInWords(behavior.responseHeadersPolicy) },
      { label: "Functions", text: functionsInWords(behavior) },
      {
        label: "Failover",
        text: group === undefined ? "" : `on ${group.statusCodes.join(", ")}`,
      },
      {
        label: "Signed URLs",
        text: behavior.trustedKeys === undefined ? "" : "required",
      },
    ].filter(({ text }) => text !== ""),
  };
}

function briefOf(behavior: Behavior): string {
  const { viewerProtocolPolicy, allowedMethods, functions } = behavior;
  const times = behavior.cachePolicy ?? behavior.forwardedValues;
  const caches =
    times === undefined || (times.maxTtl > 0 && !behavior.forwardedValues?.headers.includes("*"));
  return [
    viewerProtocolInWords(viewerProtocolPolicy),
    `${methodsInWords(allowedMethods)}${allowedMethods.length >= 7 ? " methods" : ""}`,
    caches ? "cached" : "not cached",
    ...(functions.length === 0 ? [] : [count(functions.length, "function")]),
  ].join(" · ");
}

function cacheInWords({ cachePolicy, forwardedValues, compress }: Behavior): string {
  const compressed = compress ? "" : "; not compressed";
  if (cachePolicy !== undefined) {
    const cached = timesInWords(cachePolicy);
    const key = cachePolicy.maxTtl === 0 ? "" : `; key: ${keyInWords(cachePolicy)}`;
    return `${cachePolicy.name}: ${cached}${key}${compressed}`;
  }
  if (forwardedValues === undefined) return `no cache policy${compressed}`;
  const caches = !forwardedValues.headers.includes("*");
  const cached = caches ? timesInWords(forwardedValues) : "nothing is cached (all headers)";
  return `legacy settings: ${cached}${compressed}`;
}

function keyInWords({ headers, cookies, queryStrings }: CachePolicy): string {
  return joined([
    "path",
    namedInWords("query strings", queryStrings),
    headers.behavior === "none" ? undefined : `headers ${headers.items.join(", ")}`,
    namedInWords("cookies", cookies),
  ]);
}

function forwardingInWords({
  originRequestPolicy,
  cachePolicy,
  forwardedValues,
}: Behavior): string {
  if (originRequestPolicy !== undefined) {
    return `${originRequestPolicy.name}: ${policyInWords(originRequestPolicy)}`;
  }
  if (cachePolicy !== undefined) return "what is in the cache key";
  return forwardedValues === undefined ? "nothing of the viewer" : legacyInWords(forwardedValues);
}

function policyInWords({ headers, cookies, queryStrings }: OriginRequestPolicy): string {
  const added = [...headers.items, ...(headers.cloudFrontHeaders ?? [])].join(", ");
  const headersInWords = {
    none: added === "" ? undefined : `headers ${added}`,
    whitelist: `headers ${added}`,
    allViewer: "all headers",
    allViewerAndWhitelistCloudFront: `all headers and ${added}`,
    allExcept: `all headers except ${headers.items.join(", ")}`,
  }[headers.behavior];
  return joined([
    headersInWords,
    namedInWords("cookies", cookies),
    namedInWords("query strings", queryStrings),
  ]);
}

function legacyInWords({ headers, cookies, queryString }: ForwardedValues): string {
  const all = headers.includes("*");
  const names = headers.length === 0 ? undefined : `headers ${headers.join(", ")}`;
  const cookieNames = cookies.whitelistedNames.join(", ");
  return joined([
    all ? "all headers" : names,
    { none: undefined, all: "all cookies", whitelist: `cookies ${cookieNames}` }[cookies.forward],
    queryString ? "all query strings" : undefined,
  ]);
}

function responseHeadersInWords(policy: ResponseHeadersPolicy | undefined): string {
  if (policy === undefined) return "";
  const { cors, securityHeaders, customHeaders, removeHeaders } = policy;
  const names = [...securityHeaders, ...customHeaders].map(({ name }) => name);
  return `${policy.name}: ${joined([
    cors === undefined ? undefined : "CORS",
    names.length === 0 ? undefined : names.join(", "),
    removeHeaders.length === 0 ? undefined : `without ${removeHeaders.join(", ")}`,
  ])}`;
}

function functionsInWords({ functions }: Behavior): string {
  return functions.map(({ event, address, arn }) => `${event}: ${address ?? arn}`).join("; ");
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join("; ") || "nothing";
}
