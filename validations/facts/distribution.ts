// A distribution of the configuration, with its origins and behaviors as lists.
import {
  type Block,
  blocks,
  type Json,
  type Resource,
  resourcesOfType,
  type SynthesizedStack,
} from "../../synthesized/stack";
import { isDynamic, textOf, UNKNOWN, type Unknown } from "./value";

/** One origin of a distribution. */
export interface Origin {
  readonly id: string | undefined | Unknown;
  /** How messages name it. */
  readonly part: string;
  readonly config: Block;
}

/** One cache behavior of a distribution. */
export interface Behavior {
  /** The path pattern; `*` for the default behavior. */
  readonly pattern: string | undefined | Unknown;
  readonly isDefault: boolean;
  /** How messages name it. */
  readonly part: string;
  readonly target: string | undefined | Unknown;
  readonly config: Block;
}

/** One `aws_cloudfront_distribution`. */
export interface Distribution extends Resource {
  readonly origins: readonly Origin[];
  /** Origin groups: an id, and the ids of their members. */
  readonly groups: readonly OriginGroup[];
  /** The ordered behaviors as CloudFront evaluates them, the default one last. */
  readonly behaviors: readonly Behavior[];
  /** Whether some origins or behaviors come from an expression and are missing here. */
  readonly isOpen: boolean;
}

/** An origin group, which a behavior may target in place of an origin. */
interface OriginGroup {
  readonly id: string | undefined | Unknown;
  readonly members: readonly (string | undefined | Unknown)[];
}

/** Every distribution of a configuration. */
export function distributionsOf(stack: SynthesizedStack): Distribution[] {
  return resourcesOfType(stack, "aws_cloudfront_distribution").map((resource) => {
    const { config } = resource;
    return {
      ...resource,
      origins: blocks(config.origin).map((origin) => toOrigin(stack, origin)),
      groups: blocks(config.origin_group).map((group) => toGroup(stack, group)),
      behaviors: [
        ...blocks(config.ordered_cache_behavior).map((block) => toBehavior(stack, block, false)),
        ...blocks(config.default_cache_behavior).map((block) => toBehavior(stack, block, true)),
      ],
      isOpen: ["origin", "origin_group", "ordered_cache_behavior"].some((kind) =>
        isDynamic(config, kind),
      ),
    };
  });
}

function toOrigin(stack: SynthesizedStack, config: Block): Origin {
  return {
    id: textOf(stack, config.origin_id),
    part: `origin ${JSON.stringify(config.origin_id ?? "")}`,
    config,
  };
}

function toGroup(stack: SynthesizedStack, config: Block): OriginGroup {
  return {
    id: textOf(stack, config.origin_id),
    members: blocks(config.member).map(({ origin_id }) => textOf(stack, origin_id)),
  };
}

function toBehavior(stack: SynthesizedStack, config: Block, isDefault: boolean): Behavior {
  const pattern: Json | undefined = isDefault ? "*" : config.path_pattern;
  return {
    pattern: textOf(stack, pattern),
    isDefault,
    part: isDefault ? "default behavior" : `behavior ${JSON.stringify(pattern ?? "")}`,
    target: textOf(stack, config.target_origin_id),
    config,
  };
}

/** The origins that a behavior may fetch from: its target, or the members of the group it targets. */
export function originsOf(distribution: Distribution, behavior: Behavior): Origin[] {
  if (behavior.target === UNKNOWN) return [];
  const group = distribution.groups.find(({ id }) => id === behavior.target);
  const ids = group === undefined ? [behavior.target] : group.members;
  return distribution.origins.filter(({ id }) => typeof id === "string" && ids.includes(id));
}

/** The behaviors that may fetch from an origin. */
export function behaviorsOf(distribution: Distribution, origin: Origin): Behavior[] {
  return distribution.behaviors.filter((behavior) =>
    originsOf(distribution, behavior).includes(origin),
  );
}
