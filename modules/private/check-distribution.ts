// Pure checks of a distribution's props, all mistakes in one message.
import { Token } from "cdktf";
import type { BehaviorProps, Route } from "../behavior";
import type { DistributionProps } from "../distribution-props";
import { behaviorProblems } from "./check-behavior";
import { groupBehaviorProblems, groupProblems } from "./check-origin-groups";
import { pathPatternProblem } from "./path-pattern";

/** @throws with every mistake found, each with the value and what to do */
export function validateDistribution(path: string, props: DistributionProps): void {
  const routes = props.routes ?? [];
  const problems = [
    ...nameProblems(props.name),
    ...groupProblems(props),
    ...named("default behavior", props.defaultBehavior, props),
    ...routes.flatMap((route) => named(`route "${route.pathPattern}"`, route, props)),
    ...routes.flatMap((route) => patternProblems(route, props)),
    ...duplicates(routes),
    ...rootObjectProblems(props.defaultRootObject),
    ...commentProblems(props.comment),
    ...countryProblems(props.geoRestriction),
  ];
  if (problems.length > 0) throw new Error(`${problems.join("\n")} (at ${path})`);
}

/** @throws when a bound origin is the distribution itself: requests would go round in circles */
export function validateBound(
  path: string,
  { domainName, originId }: { readonly domainName: string; readonly originId: string },
  names: readonly string[] = [],
): void {
  if (!names.includes(domainName)) return;
  throw new Error(
    `origin "${originId}" is "${domainName}", a name of the distribution itself; give the origin a name of its own (at ${path})`,
  );
}

function named(what: string, behavior: BehaviorProps, props: DistributionProps): string[] {
  const { targetOriginId } = behavior;
  const known = [...Object.keys(props.origins), ...Object.keys(props.originGroups ?? {})];
  const missing = known.includes(targetOriginId)
    ? []
    : [
        `targetOriginId "${targetOriginId}" is no origin of this distribution; it has ${known.join(", ")}`,
      ];
  const problems = [
    ...missing,
    ...behaviorProblems(behavior),
    ...groupBehaviorProblems(behavior, props),
  ];
  return problems.map((problem) => `${what}: ${problem}`);
}

function patternProblems(route: Route, { origins }: DistributionProps): string[] {
  const problem =
    pathPatternProblem(route.pathPattern) ??
    origins[route.targetOriginId]?.patternProblem?.(route.pathPattern);
  return problem === undefined ? [] : [`path pattern "${route.pathPattern}" ${problem}`];
}

function duplicates(routes: readonly Route[]): string[] {
  const patterns = routes.map(({ pathPattern }) => pathPattern);
  return patterns
    .filter((pattern, index) => patterns.indexOf(pattern) !== index)
    .map(
      (pattern) =>
        `path pattern "${pattern}" has two routes, and CloudFront would only ever take the first; remove one`,
    );
}

function rootObjectProblems(root: string | undefined): string[] {
  return root?.startsWith("/")
    ? [`defaultRootObject must not start with "/", got "${root}"; CloudFront adds the slash`]
    : [];
}

function nameProblems(name: string): string[] {
  return Token.isUnresolved(name) || /^[A-Za-z0-9_-]+$/.test(name)
    ? []
    : [`name must be letters, digits, hyphens or underscores, got "${name}"`];
}

function commentProblems(comment: string | undefined): string[] {
  return comment !== undefined && comment.length > 128
    ? [`comment must have at most 128 characters, got ${comment.length}`]
    : [];
}

function countryProblems(restriction: DistributionProps["geoRestriction"]): string[] {
  if (restriction === undefined) return [];
  const countries = "allow" in restriction ? restriction.allow : restriction.deny;
  return countries
    .filter((country) => !/^[A-Z]{2}$/.test(country))
    .map((country) => `a country is two letters in upper case, such as DE, got "${country}"`);
}
