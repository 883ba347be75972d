// CloudFront removes Authorization unless it is told to keep it; an authorizer then refuses every call.
import { blocks, type SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { apiOf } from "../facts/api";
import { patternInApi, routesReached, sentPattern } from "../facts/api-path";
import { type Behavior, type Origin, originsOf } from "../facts/distribution";
import { forwardingOf, sendsHeader } from "../facts/forwarding";
import type { Route } from "../facts/route";
import { UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

// With forwarded_values CloudFront keeps Authorization on these methods.
const KEPT = ["DELETE", "PATCH", "POST", "PUT"];

/** Looks at the routes that the behavior can reach, and only at those that read the header. */
export const noDroppedAuthorization: Rule = {
  id: "no-dropped-authorization",
  severity: "error",
  summary: "A behavior must not drop the Authorization header that its API's authorizer reads.",
  fix: "Use the managed origin request policy AllViewerExceptHostHeader with CachingDisabled.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) =>
      originsOf(distribution, behavior).flatMap((origin) => dropped(stack, behavior, origin)),
    ),
};

function dropped(stack: SynthesizedStack, behavior: Behavior, origin: Origin): Outcome[] {
  const api = apiOf(stack, origin);
  if (api === undefined) return [];
  const sends = sendsHeader(forwardingOf(stack, behavior.config), "authorization");
  if (sends === true) return [];
  if (api.routes === UNKNOWN || sends === UNKNOWN)
    return [undecided("the API's routes or what is forwarded")];
  const isLegacy = blocks(behavior.config.forwarded_values).length > 0;
  const needing = api.routes.filter(
    (route) => readsAuthorization(route) && !(isLegacy && KEPT.includes(route.method)),
  );
  if (needing.length === 0) return [];
  const sent = sentPattern(stack, behavior, origin);
  const below = sent === UNKNOWN ? UNKNOWN : patternInApi(api, sent);
  if (below === UNKNOWN) return [undecided("the path that the API sees")];
  return routesReached(needing, below).map(({ label, authorization }) =>
    violation(
      `drops Authorization, which ${label} needs (authorization "${String(authorization)}")`,
    ),
  );
}

function readsAuthorization({ authorization, tokenSources }: Route): boolean {
  if (authorization === "AWS_IAM") return true;
  if (authorization === UNKNOWN || authorization === "NONE") return false;
  return tokenSources.includes("authorization");
}
