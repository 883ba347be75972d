// A session cookie that is forwarded but not keyed gives one user's page to another.
import { checkBehaviors } from "../check";
import { caches, forwardingOf } from "../facts/forwarding";
import { servesApi } from "../facts/origin-kind";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** A warning: an origin may mark its personal answers `private`. */
export const noUnkeyedCookies: Rule = {
  id: "no-unkeyed-cookies",
  severity: "warning",
  summary: "Cookies that reach an API outside the cache key must not meet a cache.",
  fix: "Use the managed cache policy CachingDisabled, or put the cookies in the cache key.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-request-understand-origin-request-policy.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      if (servesApi(stack, distribution, behavior) === false) return undefined;
      const forwarding = forwardingOf(stack, behavior.config);
      if (forwarding === UNKNOWN) return undecided("what is cached and forwarded");
      const { beside, key } = forwarding;
      const isKeyed =
        key.cookies.mode === "all" ||
        beside.cookies.names.every((name) => key.cookies.names.includes(name));
      const sendsMore = beside.cookies.mode === "some" ? !isKeyed : key.cookies.mode !== "all";
      if (!caches(forwarding) || beside.cookies.mode === "none" || !sendsMore) return undefined;
      return violation(
        `caches up to ${forwarding.maxTtl} s and forwards cookies outside the cache key`,
      );
    }),
};
