// API Gateway, function URLs and S3 know their own names only.
import type { SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { type Distribution, type Origin, originsOf } from "../facts/distribution";
import { forwardingOf, sendsHeader } from "../facts/forwarding";
import { originKind } from "../facts/origin-kind";
import { textOf, textsOf, UNKNOWN } from "../facts/value";
import { undecided, violation } from "../outcome";
import type { Rule } from "../rule";

const NAMES: Readonly<Record<string, string>> = {
  "rest-api": "API Gateway",
  "http-api": "API Gateway",
  "api-domain": "an API Gateway custom domain",
  "function-url": "a function URL",
  bucket: "S3",
};

/** A custom domain accepts `Host` when the viewers' domain is that same domain. */
export const noForwardedHost: Rule = {
  id: "no-forwarded-host",
  severity: "error",
  summary:
    "The viewer's Host must not be forwarded to API Gateway, a function URL or S3: they answer 403.",
  fix: "Use the managed origin request policy AllViewerExceptHostHeader (b689b0a8-53d0-40ab-baf2-68738e2966ac).",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) => {
      const sends = sendsHeader(forwardingOf(stack, behavior.config), "host");
      if (sends === false) return undefined;
      return originsOf(distribution, behavior).flatMap((origin) => {
        const kind = originKind(stack, origin);
        if (kind !== UNKNOWN && NAMES[kind] === undefined) return [];
        if (kind === "api-domain" && isViewerDomain(stack, distribution, origin)) return [];
        if (kind === UNKNOWN || sends === UNKNOWN)
          return [undecided("what is forwarded, or to what")];
        return [violation(`forwards Host to ${NAMES[kind]} (${origin.part})`)];
      });
    }),
};

function isViewerDomain(
  stack: SynthesizedStack,
  { config }: Distribution,
  origin: Origin,
): boolean {
  const aliases = textsOf(stack, config.aliases);
  const name = textOf(stack, origin.config.domain_name);
  return aliases !== UNKNOWN && typeof name === "string" && aliases.includes(name);
}
