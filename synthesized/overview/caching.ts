// How long CloudFront keeps answers, in words.
import { type Block, type Json, resourcesOfType, type SynthesizedStack } from "../stack";
import { text } from "./text";

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const MANAGED: Readonly<Record<string, string>> = {
  "4135ea2d-6df8-44a3-9df3-4b5a84be39ad": "not cached (CachingDisabled)",
  "658327ea-f89d-4fab-a63d-7e88639e58f6": "1 s to 1 year, else 1 day (CachingOptimized)",
  "b2884449-e4de-46a7-ac36-70bc7f1ddd6d":
    "1 s to 1 year, else 1 day (CachingOptimizedForUncompressedObjects)",
  "83da9c7e-98b4-4e11-a168-04f0df8e2c65":
    "as the origin says, else not (UseOriginCacheControlHeaders)",
  "4cc15a8a-d715-48a4-82b8-cc0b614638fe":
    "as the origin says, else not (UseOriginCacheControlHeaders-QueryStrings)",
};

/** How long a behavior's answers are kept: by its cache policy, otherwise by its own TTLs. */
export function caching(behavior: Block, stack: SynthesizedStack): string {
  const { cache_policy_id: id } = behavior;
  if (typeof id !== "string" || id === "") return ttls(behavior, 0, 0);
  const managed = MANAGED[id];
  if (managed !== undefined) return managed;
  const policy = resourcesOfType(stack, "aws_cloudfront_cache_policy").find(
    ({ address }) => `${address}.id` === text(id),
  );
  return policy === undefined
    ? `cache policy ${text(id)}`
    : `${ttls(policy.config, 86_400, 31_536_000)} (${policy.address})`;
}

// In a behavior the AWS provider sends 0 for a TTL that is not set, in a cache policy it sends a
// day and a year.
function ttls(config: Block, unsetDefault: number, unsetMaximum: number): string {
  const minimum = config.min_ttl ?? 0;
  const usual = config.default_ttl ?? unsetDefault;
  const maximum = config.max_ttl ?? unsetMaximum;
  if (maximum === 0) return "not cached";
  if (minimum === 0 && usual === 0)
    return `as the origin says, at most ${duration(maximum)}, else not`;
  return `${duration(minimum)} to ${duration(maximum)}, else ${duration(usual)}`;
}

const UNITS: readonly (readonly [number, string, string])[] = [
  [31_536_000, "year", "years"],
  [86_400, "day", "days"],
  [3_600, "hour", "hours"],
  [60, "minute", "minutes"],
  [1, "s", "s"],
];

/** Seconds in the largest unit that divides them: `1 day`, `90 s`. */
function duration(seconds: Json): string {
  if (typeof seconds !== "number") return text(seconds);
  const [size, one, many] = UNITS.find(([unit]) => seconds >= unit && seconds % unit === 0) ?? [
    1,
    "s",
    "s",
  ];
  return `${seconds / size} ${seconds === size ? one : many}`;
}
