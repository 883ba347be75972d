// A minimum TTL overrides the API's `no-store` and `private`.
import type { SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import type { Behavior } from "../facts/distribution";
import { type Forwarding, forwardingOf, sendsHeader } from "../facts/forwarding";
import { servesApi } from "../facts/origin-kind";
import { textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const READING = ["GET", "HEAD", "OPTIONS"];

/**
 * The managed policy CachingOptimized has a minimum of one second. It is how a backend's own static
 * files are served: nothing of the viewer reaches it, so that all viewers would get the same anyway.
 */
export const noMinimumTtlOverApi: Rule = {
  id: "no-minimum-ttl-over-api",
  severity: "error",
  summary:
    "An API must not be cached for a minimum time, which overrides its no-store and private.",
  fix: "Set min_ttl to 0, or use the managed cache policy CachingDisabled (4135ea2d-6df8-44a3-9df3-4b5a84be39ad).",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const isApi = servesApi(stack, distribution, behavior);
      if (isApi === false) return undefined;
      const forwarding = forwardingOf(stack, behavior.config);
      if (forwarding === UNKNOWN) return undecided("the TTLs");
      if (forwarding.minTtl === 0) return undefined;
      if (forwarding.minTtl <= 1 && isForEveryone(stack, behavior, forwarding)) return undefined;
      if (isApi === UNKNOWN) return undecided("whether the origin is an API");
      return violation(`serves an API with a minimum TTL of ${forwarding.minTtl} s`);
    }),
};

// Only reading, and neither cookies nor a token: the answer is the same for every viewer.
function isForEveryone(stack: SynthesizedStack, { config }: Behavior, forwarding: Forwarding) {
  const methods = textsOf(stack, config.allowed_methods);
  if (methods === UNKNOWN || !methods.every((method) => READING.includes(method))) return false;
  const { key, beside } = forwarding;
  const sendsCookies = [key, beside].some(({ cookies }) => cookies.mode !== "none");
  return !sendsCookies && sendsHeader(forwarding, "authorization") === false;
}
