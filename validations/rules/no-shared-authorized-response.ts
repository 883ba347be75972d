// What depends on a token and is cached without it is served to the next viewer.
import { checkBehaviors } from "../check";
import { caches, forwardingOf, includes } from "../facts/forwarding";
import { servesApi } from "../facts/origin-kind";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** An origin request policy sends values that are not part of the cache key. */
export const noSharedAuthorizedResponse: Rule = {
  id: "no-shared-authorized-response",
  severity: "error",
  summary: "Authorization must not reach an origin whose answers are cached without it in the key.",
  fix: "Use the managed cache policy CachingDisabled for the API, or put Authorization in the cache key.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-request-understand-origin-request-policy.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      if (servesApi(stack, distribution, behavior) === false) return undefined;
      const forwarding = forwardingOf(stack, behavior.config);
      if (forwarding === UNKNOWN) return undecided("what is cached and forwarded");
      const isShared =
        caches(forwarding) &&
        includes(forwarding.beside.headers, "authorization") &&
        !includes(forwarding.key.headers, "authorization");
      if (!isShared) return undefined;
      return violation(
        `caches up to ${forwarding.maxTtl} s and forwards Authorization outside the cache key`,
      );
    }),
};
