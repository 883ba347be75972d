// A configuration as Terraform sees it: each block as often as its loop says.
import { META_ARGUMENTS } from "../synthesized/resolution/attributes";
import { unroll } from "../synthesized/resolution/unroll";
import {
  type Block,
  type BlocksByType,
  isBlock,
  type Json,
  type SynthesizedStack,
} from "../synthesized/stack";
import { type Loops, loopsOf } from "./facts/loops";
import { referencesIn } from "./facts/reference";
import { isFromPlan } from "./plan";

/**
 * The configuration with `count`, `for_each` and `dynamic` spelled out where the configuration holds
 * what they go through; an instance is named as Terraform prints it, `site["a"]`. Other loops stay.
 *
 * A resource also stays when an expression names its instances by a key that is not known: it may
 * mean each of them.
 */
export function expanded(stack: SynthesizedStack): SynthesizedStack {
  // A plan has no loops.
  if (isFromPlan(stack)) return stack;
  const kept = new Set<string>();
  for (;;) {
    const loops = loopsOf(stack, kept);
    const written = {
      ...stack,
      ...(stack.resource && { resource: expandAll(stack.resource, "", loops) }),
      ...(stack.data && { data: expandAll(stack.data, "data.", loops) }),
    };
    const ambiguous = ambiguousIn(written, loops);
    if (ambiguous.length === 0) return written;
    for (const address of ambiguous) kept.add(address);
  }
}

function expandAll(byType: BlocksByType, prefix: string, loops: Loops): BlocksByType {
  return mapValues(byType, (byName, type) =>
    Object.fromEntries(
      Object.entries(byName ?? {}).flatMap(([name, config]): [string, Block][] => {
        if (!isBlock(config)) return [[name, config]];
        const address = `${prefix}${type}.${name}`;
        const instances = loops.instancesOf(address);
        if (instances !== undefined) {
          const { count: _, for_each: __, ...rest } = config;
          return instances.map((one) => [one.name, unrollBlock(rest, one, loops)]);
        }
        const { scope } = loops;
        const hasLoop = hasDynamic(config);
        return [[name, hasLoop ? unrollBlock(config, { address, scope }, loops) : config]];
      }),
    ),
  );
}

interface Place {
  readonly address: string;
  readonly scope: Loops["scope"];
}

function unrollBlock(config: Block, { address, scope }: Place, { evaluation }: Loops): Block {
  const entries = Object.entries(config);
  const isMeta = ([name]: [string, Json]) => META_ARGUMENTS.has(name);
  const raw = Object.fromEntries(entries.filter((entry) => !isMeta(entry)));
  const unrolled = unroll({ raw, scope }, address, evaluation);
  return { ...Object.fromEntries(entries.filter(isMeta)), ...(isBlock(unrolled) ? unrolled : raw) };
}

function hasDynamic(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasDynamic);
  return isBlock(value) && ("dynamic" in value || Object.values(value).some(hasDynamic));
}

/** The addresses with several instances that some expression names without saying which. */
function ambiguousIn({ resource, data }: SynthesizedStack, loops: Loops): string[] {
  const several = loops.addresses.filter((one) => (loops.instancesOf(one)?.length ?? 0) > 1);
  if (several.length === 0) return [];
  const references = [resource, data]
    .flatMap((byType) => Object.values(byType ?? {}))
    .flatMap((byName) => Object.values(byName ?? {}))
    .filter(isBlock)
    .flatMap(({ depends_on: _, lifecycle: __, ...config }) => referencesIn(config))
    .filter(({ key }) => key === undefined);
  const named = new Set(references.map(({ address }) => address));
  return several.filter((address) => named.has(address));
}

function mapValues<T>(object: { readonly [key: string]: T }, map: (value: T, key: string) => T) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}
