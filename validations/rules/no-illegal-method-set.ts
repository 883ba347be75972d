// CloudFront knows three sets of allowed methods and two of cached ones.
import { checkBehaviors } from "../check";
import { textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const ALLOWED = ["GET HEAD", "GET HEAD OPTIONS", "DELETE GET HEAD OPTIONS PATCH POST PUT"];
const CACHED = ["GET HEAD", "GET HEAD OPTIONS"];

/** "GET and POST" is what people try. */
export const noIllegalMethodSet: Rule = {
  id: "no-illegal-method-set",
  severity: "error",
  summary: "A behavior must not allow or cache another set of methods than CloudFront knows.",
  fix: "Allow GET HEAD, GET HEAD OPTIONS, or all seven; cache GET HEAD or GET HEAD OPTIONS.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesAllowedHTTPMethods",
  check: (stack) =>
    checkBehaviors(stack, ({ config }) => {
      const allowed = textsOf(stack, config.allowed_methods);
      const cached = textsOf(stack, config.cached_methods);
      if (allowed === UNKNOWN || cached === UNKNOWN) return undecided("the methods");
      const list = (methods: readonly string[]) => [...methods].sort().join(" ");
      if (!ALLOWED.includes(list(allowed)))
        return violation(`allows ${list(allowed) || "no method"}`);
      const isCached =
        CACHED.includes(list(cached)) && cached.every((one) => allowed.includes(one));
      return isCached
        ? undefined
        : violation(`caches ${list(cached) || "no method"} of ${list(allowed)}`);
    }),
};
