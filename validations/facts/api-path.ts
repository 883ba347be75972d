// From a behavior's path pattern to the path that an API sees.
import { blocks, type SynthesizedStack } from "../../synthesized/stack";
import type { Api } from "./api";
import type { Behavior, Origin } from "./distribution";
import { normalizePattern, overlaps } from "./path-pattern";
import type { Route } from "./route";
import { textOf, UNKNOWN, type Unknown } from "./value";

/** Whether a function or Lambda@Edge may change the path on its way to the origin. */
export function mayRewrite(behavior: Behavior): boolean {
  const associations = [
    ...blocks(behavior.config.function_association),
    ...blocks(behavior.config.lambda_function_association),
  ];
  return associations.some(
    ({ event_type }) => event_type !== "viewer-response" && event_type !== "origin-response",
  );
}

/** What CloudFront requests: `origin_path` and the viewer's whole path, as a pattern. */
export function sentPattern(
  stack: SynthesizedStack,
  behavior: Behavior,
  origin: Origin,
): string | Unknown {
  const originPath = textOf(stack, origin.config.origin_path);
  const { pattern } = behavior;
  if (mayRewrite(behavior) || originPath === UNKNOWN || typeof pattern !== "string") return UNKNOWN;
  return `${originPath ?? ""}${normalizePattern(pattern)}`;
}

/** A requested pattern as its first segment, a stage or a base path, and the rest below it. */
export interface SplitPath {
  readonly first: string;
  readonly rest: string;
}

/** Splits off the first segment; UNKNOWN when a wildcard is in it. */
export function splitFirst(pattern: string): SplitPath | Unknown {
  const [, first = "", rest = ""] = /^\/([^/]*)(.*)$/.exec(pattern) ?? [];
  return /[*?]/.test(first) ? UNKNOWN : { first, rest: rest === "" ? "/" : rest };
}

/** The pattern below the stage; UNKNOWN when the stage is not certain. */
export function patternInApi(api: Api, sent: string): string | Unknown {
  if (api.stages !== UNKNOWN && api.isHttp && api.stages.includes("$default")) {
    return api.stages.length === 1 ? sent : UNKNOWN;
  }
  const split = splitFirst(sent);
  if (split === UNKNOWN) return UNKNOWN;
  return split.rest;
}

/** The routes that a pattern below the stage can reach. */
export function routesReached(routes: readonly Route[], pattern: string): Route[] {
  return routes.filter((route) => overlaps(route.pattern, pattern));
}
