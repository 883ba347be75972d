// A bucket reads no cookies; each one makes a cached copy of its own.
import { checkBehaviors } from "../check";
import { originsOf } from "../facts/distribution";
import { forwardingOf } from "../facts/forwarding";
import { originKind } from "../facts/origin-kind";
import { UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** With cookies in the key, nearly every viewer misses the cache. */
export const noCookiesToBucket: Rule = {
  id: "no-cookies-to-bucket",
  severity: "warning",
  summary: "Cookies must not be forwarded to a bucket: they split the cache by viewer.",
  fix: 'Set cookies to "none" for the behavior of the bucket.',
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Cookies.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const kinds = originsOf(distribution, behavior).map((origin) => originKind(stack, origin));
      if (!kinds.includes("bucket")) return undefined;
      const forwarding = forwardingOf(stack, behavior.config);
      if (forwarding === UNKNOWN) return undecided("what is forwarded");
      const { key, beside } = forwarding;
      const modes = [key.cookies.mode, beside.cookies.mode];
      if (modes.every((mode) => mode === "none")) return undefined;
      return violation(`forwards cookies (${modes.find((mode) => mode !== "none")}) to a bucket`);
    }),
};
