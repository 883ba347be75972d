// An API that has no resource under the prefix answers 403 "Missing Authentication Token".
import type { SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { apiOf } from "../facts/api";
import { patternInApi, routesReached, sentPattern } from "../facts/api-path";
import { type Behavior, type Origin, originsOf } from "../facts/distribution";
import { UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** Compares the behavior's pattern, below the stage, with every path of the API. */
export const noUnreachableApiPath: Rule = {
  id: "no-unreachable-api-path",
  severity: "error",
  summary: "A behavior must not send an API only paths that the API does not have.",
  fix: "Give the API resources under the behavior's prefix, or strip the prefix in a viewer-request function.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginPath",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) =>
      originsOf(distribution, behavior).flatMap((origin) => unreachable(stack, behavior, origin)),
    ),
};

function unreachable(stack: SynthesizedStack, behavior: Behavior, origin: Origin): Outcome[] {
  const api = apiOf(stack, origin);
  if (api === undefined) return [];
  const sent = sentPattern(stack, behavior, origin);
  const below = sent === UNKNOWN ? UNKNOWN : patternInApi(api, sent);
  if (below === UNKNOWN || api.routes === UNKNOWN) return [undecided("the API's routes or stage")];
  if (routesReached(api.routes, below).length > 0) return [];
  const known = api.routes.slice(0, 5).map(({ label }) => label);
  return [
    violation(
      `asks ${api.resource.address} for "${below}", but its routes are ${known.join(", ")}`,
    ),
  ];
}
