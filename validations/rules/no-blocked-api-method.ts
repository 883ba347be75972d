// CloudFront answers 403 to a method that the behavior does not allow; the API never sees it.
import type { SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { apiOf } from "../facts/api";
import { patternInApi, routesReached, sentPattern } from "../facts/api-path";
import { type Behavior, type Origin, originsOf } from "../facts/distribution";
import { textsOf, UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Compares with the routes that the behavior reaches; OPTIONS has a rule of its own. */
export const noBlockedApiMethod: Rule = {
  id: "no-blocked-api-method",
  severity: "error",
  summary: "A behavior must not refuse a method that its API answers.",
  fix: "Allow all seven methods: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-invalid-method.html",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) =>
      originsOf(distribution, behavior).flatMap((origin) => blocked(stack, behavior, origin)),
    ),
};

function blocked(stack: SynthesizedStack, behavior: Behavior, origin: Origin): Outcome[] {
  const api = apiOf(stack, origin);
  const allowed = textsOf(stack, behavior.config.allowed_methods);
  if (api === undefined) return [];
  if (allowed === UNKNOWN || api.routes === UNKNOWN)
    return [undecided("the methods of behavior and API")];
  const refused = api.routes.filter(
    ({ method }) => !["ANY", "OPTIONS"].includes(method) && !allowed.includes(method),
  );
  if (refused.length === 0) return [];
  const sent = sentPattern(stack, behavior, origin);
  const below = sent === UNKNOWN ? UNKNOWN : patternInApi(api, sent);
  if (below === UNKNOWN) return [undecided("the path that the API sees")];
  return routesReached(refused, below).map(({ label }) =>
    violation(`allows ${allowed.join(" ")}, so ${label} of the API is refused`),
  );
}
