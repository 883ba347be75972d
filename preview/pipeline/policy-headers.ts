import type { CachePolicy, OriginRequestPolicy } from "../edge-model";
import { dropped, type HeaderDecision, type HeaderRule, sent } from "./header-rule";
import { NEVER_SENT } from "./never-sent-headers";

const NEVER = dropped("CloudFront never forwards it");
const ADDED_BY_EDGE = dropped("CloudFront-* headers are CloudFront's own");
const RANGE = sent("CloudFront forwards ranges whatever the policies list");

/**
 * Which viewer headers a behavior with a cache policy sends to the origin: those in the cache key
 * and those of the origin request policy, nothing else.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-origin-requests.html
 */
export function policyHeaderRule(
  cache: CachePolicy | undefined,
  originRequest: OriginRequestPolicy | undefined,
): HeaderRule {
  const keyed = new Set(cache?.headers.behavior === "whitelist" ? lower(cache.headers.items) : []);
  const inKey = sent(`cache policy ${cache?.name ?? ""} has it in the cache key`);
  const byOriginRequest = originRequestRule(originRequest);

  return (name, method) => {
    if (NEVER_SENT.has(name) || name.startsWith("x-edge-")) return NEVER;
    if (name.startsWith("cloudfront-")) return ADDED_BY_EDGE;
    if (keyed.has(name)) return inKey;
    return name === "range" && method === "GET" ? RANGE : byOriginRequest(name);
  };
}

function lower(names: readonly string[]): string[] {
  return names.map((name) => name.toLowerCase());
}

function originRequestRule(
  policy: OriginRequestPolicy | undefined,
): (name: string) => HeaderDecision {
  const notListed = dropped("neither the cache policy nor an origin request policy lists it");
  if (policy === undefined) return () => notListed;
  const { behavior, items } = policy.headers;
  const title = `origin request policy ${policy.name}`;
  const names = new Set(lower(items));
  const asked = sent(`${title} sends it (${behavior})`);
  const excluded = dropped(`${title} excludes it`);

  switch (behavior) {
    case "none":
      return () => notListed;
    case "whitelist":
      return (name) => (names.has(name) ? asked : notListed);
    case "allExcept":
      return (name) => (names.has(name) ? excluded : asked);
    default:
      return () => asked;
  }
}
