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

/**
 * The id of an origin. One that is not known but written as an expression is that expression: the
 * same text on both sides is the same origin, whatever its value.
 */
type OriginId = string | undefined | Unknown;

/** One origin of a distribution. */
export interface Origin {
  readonly id: OriginId;
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
  readonly target: OriginId;
  readonly config: Block;
}

/** One `aws_cloudfront_distribution`. */
export interface Distribution extends Resource {
  readonly origins: readonly Origin[];
  /** Origin groups: an id, and the ids of their members. */
  readonly groups: readonly OriginGroup[];
  /** The ids of the origins, then of the groups: what a behavior may target. */
  readonly ids: readonly OriginId[];
  /** The ordered behaviors as CloudFront evaluates them, the default one last. */
  readonly behaviors: readonly Behavior[];
  /** Whether some origins or behaviors come from an expression and are missing here. */
  readonly isOpen: boolean;
}

/** An origin group, which a behavior may target in place of an origin. */
interface OriginGroup {
  readonly id: OriginId;
  readonly members: readonly OriginId[];
}

/** Every distribution of a configuration. */
export function distributionsOf(stack: SynthesizedStack): Distribution[] {
  return resourcesOfType(stack, "aws_cloudfront_distribution").map((resource) => {
    const { config } = resource;
    const origins = blocks(config.origin).map((origin) => toOrigin(stack, origin));
    const groups = blocks(config.origin_group);
    const groupIds = groups.map(({ origin_id }) => originId(stack, origin_id));
    const ids = [...origins.map(({ id }) => id), ...groupIds];
    const named = (raw: Json | undefined): OriginId => {
      const id = originId(stack, raw);
      return isExpression(id) && !ids.includes(id) ? UNKNOWN : id;
    };
    return {
      ...resource,
      origins,
      ids,
      groups: groups.map(({ member }, at) => ({
        id: groupIds[at],
        members: blocks(member).map((one) => named(one.origin_id)),
      })),
      behaviors: [
        ...blocks(config.ordered_cache_behavior).map((block) =>
          toBehavior(stack, block, false, named),
        ),
        ...blocks(config.default_cache_behavior).map((block) =>
          toBehavior(stack, block, true, named),
        ),
      ],
      isOpen: ["origin", "origin_group", "ordered_cache_behavior"].some((kind) =>
        isDynamic(config, kind),
      ),
    };
  });
}

function originId(stack: SynthesizedStack, raw: Json | undefined): OriginId {
  const known = textOf(stack, raw);
  // What a plan calls unknown hides the expression, and `uuid` has another value each time.
  const isSame = typeof raw === "string" && !/\b(unknown|uuid)\(/.test(raw);
  return known === UNKNOWN && isSame ? raw : known;
}

/** Whether an id is an expression whose value is not known. */
export function isExpression(id: OriginId): boolean {
  return typeof id === "string" && id.includes("${");
}

/** Whether the value of an id may be any. */
export function isOpenId(id: OriginId): boolean {
  return id === UNKNOWN || isExpression(id);
}

function toOrigin(stack: SynthesizedStack, config: Block): Origin {
  const id = originId(stack, config.origin_id);
  const shown = typeof id === "string" ? id : (config.origin_id ?? "");
  return { id, part: `origin ${JSON.stringify(shown)}`, config };
}

function toBehavior(
  stack: SynthesizedStack,
  config: Block,
  isDefault: boolean,
  named: (raw: Json | undefined) => OriginId,
): Behavior {
  const raw: Json | undefined = isDefault ? "*" : config.path_pattern;
  const pattern = textOf(stack, raw);
  const shown = typeof pattern === "string" ? pattern : (raw ?? "");
  return {
    pattern,
    isDefault,
    part: isDefault ? "default behavior" : `behavior ${JSON.stringify(shown)}`,
    target: named(config.target_origin_id),
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
