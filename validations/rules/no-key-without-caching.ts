// A cache policy that caches nothing has no cache key; CloudFront refuses one that names values.
import { blocks } from "../../synthesized/stack";
import { checkResources } from "../check";
import { flagOf, numberOf, textOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const PARTS = [
  ["headers_config", "header_behavior"],
  ["cookies_config", "cookie_behavior"],
  ["query_strings_config", "query_string_behavior"],
] as const;
const ENCODINGS = ["enable_accept_encoding_gzip", "enable_accept_encoding_brotli"];

/** Values that only the origin needs belong in an origin request policy. */
export const noKeyWithoutCaching: Rule = {
  id: "no-key-without-caching",
  severity: "error",
  summary:
    "A cache policy with all TTLs 0 must not name headers, cookies, query strings or encodings.",
  fix: "Move them to an origin request policy, or use a max_ttl above 0.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html",
  check: (stack) =>
    checkResources(stack, "aws_cloudfront_cache_policy", ({ config }) => {
      const maxTtl = numberOf(stack, config.max_ttl);
      if (maxTtl === UNKNOWN) return undecided("max_ttl is not known");
      if (maxTtl !== 0) return undefined;
      const [key = {}] = blocks(config.parameters_in_cache_key_and_forwarded_to_origin);
      const behaviors = PARTS.map(([part, name]) => ({
        name,
        value: textOf(stack, blocks(key[part])[0]?.[name]),
      }));
      const named = behaviors.filter(({ value }) => typeof value === "string" && value !== "none");
      const encodings = ENCODINGS.filter((name) => flagOf(stack, key[name]) === true);
      const found = [...named.map(({ name, value }) => `${name} "${String(value)}"`), ...encodings];
      if (found.length > 0) return violation(`has max_ttl 0 and ${found.join(", ")}`);
      if (behaviors.some(({ value }) => value === UNKNOWN)) return undecided("the cache key");
      return undefined;
    }),
};
