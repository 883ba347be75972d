// Pure checks of origin groups and of the behaviors that target them.
import { type BehaviorProps, READ_AND_PREFLIGHT_METHODS } from "../behavior";
import type { DistributionProps } from "../distribution-props";

/** Says what CloudFront would refuse about the groups. */
export function groupProblems({ origins, originGroups = {} }: DistributionProps): string[] {
  return Object.entries(originGroups).flatMap(([id, { primary, secondary }]) => [
    ...(id in origins ? [`origin group "${id}" has the id of an origin; give it another`] : []),
    ...(primary === secondary ? [`origin group "${id}" has "${primary}" twice; name two`] : []),
    ...[primary, secondary]
      .filter((member) => !(member in origins))
      .map(
        (member) =>
          `origin group "${id}" names "${member}", which is no origin of this distribution; it has ${Object.keys(origins).join(", ")}`,
      ),
  ]);
}

/** Says which methods of a behavior would not fail over, for which CloudFront refuses it. */
export function groupBehaviorProblems(
  { allowedMethods = [], targetOriginId }: BehaviorProps,
  { originGroups = {} }: DistributionProps,
): string[] {
  if (!(targetOriginId in originGroups)) return [];
  const writing = allowedMethods.filter((method) => !READ_AND_PREFLIGHT_METHODS.includes(method));
  if (writing.length === 0) return [];
  return [
    `an origin group fails over GET, HEAD and OPTIONS only, but allowedMethods has ${writing.join(", ")}; target one origin, or allow reading only`,
  ];
}
