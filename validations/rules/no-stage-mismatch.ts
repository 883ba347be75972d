// The first segment of what CloudFront requests from a REST API is its stage.
import type { SynthesizedStack } from "../../synthesized/stack";
import { checkBehaviors } from "../check";
import { apiOf } from "../facts/api";
import { sentPattern, splitFirst } from "../facts/api-path";
import { type Behavior, type Origin, originsOf } from "../facts/distribution";
import { UNKNOWN } from "../facts/value";
import { type Outcome, undecided, violation } from "../outcome";
import type { Rule } from "../rule";

/** CloudFront never strips the path pattern: stage and prefix are the same, or origin_path has the stage. */
export const noStageMismatch: Rule = {
  id: "no-stage-mismatch",
  severity: "error",
  summary: "origin_path and path pattern must not ask an API for a stage that it does not have.",
  fix: "Set origin_path to /<stage> and give the API resources under the prefix, or name the stage like the prefix.",
  link: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginPath",
  check: (stack) =>
    checkBehaviors(stack, (behavior, distribution) =>
      originsOf(distribution, behavior).flatMap((origin) => mismatch(stack, behavior, origin)),
    ),
};

function mismatch(stack: SynthesizedStack, behavior: Behavior, origin: Origin): Outcome[] {
  const api = apiOf(stack, origin);
  if (api === undefined) return [];
  if (api.stages === UNKNOWN) return [undecided("the names of the API's stages")];
  if (api.stages.includes("$default")) return [];
  const sent = sentPattern(stack, behavior, origin);
  if (sent === UNKNOWN) return [undecided("the path that CloudFront requests")];
  const split = splitFirst(sent);
  if (split === UNKNOWN) return [undecided(`the first segment of "${sent}"`)];
  if (api.stages.includes(split.first)) return [];
  const stages = JSON.stringify(api.stages);
  return [violation(`requests "${sent}" from ${api.resource.address}, whose stages are ${stages}`)];
}
