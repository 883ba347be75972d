// Walks the resources that rules look at and gives each answer its address.
import { type Resource, resourcesOfType, type SynthesizedStack } from "../synthesized/stack";
import {
  type Behavior,
  type Distribution,
  distributionsOf,
  type Origin,
} from "./facts/distribution";
import { at, type Outcomes, undecided } from "./outcome";
import type { CheckResult } from "./rule";

/** Asks a question about every resource of the given types. */
export function checkResources(
  stack: SynthesizedStack,
  types: string | readonly string[],
  question: (resource: Resource) => Outcomes,
): CheckResult[] {
  return [types]
    .flat()
    .flatMap((type) => resourcesOfType(stack, type))
    .flatMap((resource) => at({ address: resource.address }, question(resource)));
}

/** Asks a question about every distribution. */
export function checkDistributions(
  stack: SynthesizedStack,
  question: (distribution: Distribution) => Outcomes,
): CheckResult[] {
  return distributionsOf(stack).flatMap((distribution) =>
    at({ address: distribution.address }, question(distribution)),
  );
}

/** Asks a question about every origin; origins that an expression generates count as undecided. */
export function checkOrigins(
  stack: SynthesizedStack,
  question: (origin: Origin, distribution: Distribution) => Outcomes,
): CheckResult[] {
  return distributionsOf(stack).flatMap((distribution) => [
    ...openBlocks(distribution),
    ...distribution.origins.flatMap((origin) =>
      at({ address: distribution.address, part: origin.part }, question(origin, distribution)),
    ),
  ]);
}

/** Asks a question about every cache behavior; generated behaviors count as undecided. */
export function checkBehaviors(
  stack: SynthesizedStack,
  question: (behavior: Behavior, distribution: Distribution) => Outcomes,
): CheckResult[] {
  return distributionsOf(stack).flatMap((distribution) => [
    ...openBlocks(distribution),
    ...distribution.behaviors.flatMap((behavior) =>
      at({ address: distribution.address, part: behavior.part }, question(behavior, distribution)),
    ),
  ]);
}

function openBlocks(distribution: Distribution): CheckResult[] {
  return distribution.isOpen
    ? at(
        { address: distribution.address },
        undecided("origins or behaviors come from an expression"),
      )
    : [];
}
