// A configuration and what a module adds to it.
import { rewriteJson } from "../expressions/rewrite";
import type { Expression } from "../expressions/syntax";
import { type Block, type BlocksByType, blocks, isBlock, type SynthesizedStack } from "../stack";
import type { Inlined } from "./inline-module";
import { callsOf } from "./module-call";

/** What was read for the modules of a configuration. */
export interface ModulePlaces {
  /** The addresses that Terraform gives the modules' resources, by those in the configuration. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly folders: readonly string[];
  /** Local modules whose `count` or `for_each` leaves none. */
  readonly absent: readonly string[];
}

/** The modules that are written out in a configuration. */
export function modulePlaces(stack: SynthesizedStack): ModulePlaces {
  const comment = (stack as Block)["//"];
  const places = isBlock(comment) ? comment.modules : undefined;
  return isBlock(places)
    ? (places as unknown as ModulePlaces)
    : { addresses: {}, folders: [], absent: [] };
}

/** The configuration without a call, and with the outputs where they are used. */
export function withOutputs(
  stack: SynthesizedStack,
  name: string,
  outputs: Expression,
): SynthesizedStack {
  const { [name]: _, ...module } = callsOf(stack);
  const { variable, terraform, "//": comment, ...rest } = stack as Block;
  const kept = { variable, terraform, "//": comment };
  const written = rewriteJson({ ...rest, module }, (expression) => {
    if (expression.kind !== "index" || expression.of.kind !== "name") return undefined;
    const { of, key } = expression;
    const isThis = of.name === "module" && key.kind === "literal" && key.value === name;
    return isThis ? outputs : undefined;
  }) as Block;
  const present = Object.entries(kept).filter(([, value]) => value !== undefined);
  return { ...written, ...Object.fromEntries(present) } as SynthesizedStack;
}

/** The configuration with the blocks of one instance of a module. */
export function joinModule(
  stack: SynthesizedStack,
  { stack: module, addresses }: Inlined,
  folder: string,
): SynthesizedStack {
  const places = modulePlaces(stack);
  const joined = {
    ...stack,
    resource: byType(stack.resource, module.resource),
    data: byType(stack.data, module.data),
    locals: { ...stack.locals, ...module.locals },
    variable: { ...stack.variable, ...module.variable },
    provider: providers(stack.provider, module.provider),
    module: { ...callsOf(stack), ...callsOf(module) },
  } as SynthesizedStack;
  return withPlaces(joined, {
    ...places,
    addresses: { ...places.addresses, ...addresses },
    folders: [...new Set([...places.folders, folder])],
  });
}

/** The configuration with the name of a local module of which there is none. */
export function withoutModule(stack: SynthesizedStack, path: string): SynthesizedStack {
  const places = modulePlaces(stack);
  return withPlaces(stack, { ...places, absent: [...places.absent, path] });
}

function withPlaces(stack: SynthesizedStack, places: ModulePlaces): SynthesizedStack {
  const comment = (stack as Block)["//"];
  return {
    ...stack,
    "//": { ...(isBlock(comment) ? comment : {}), modules: places },
  } as SynthesizedStack;
}

function byType(one: BlocksByType = {}, other: BlocksByType = {}): BlocksByType {
  const types = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...types].map((type) => [type, { ...one[type], ...other[type] }]));
}

type Providers = NonNullable<SynthesizedStack["provider"]>;

function providers(one: Providers = {}, other: Providers = {}): Providers {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].map((name) => [name, [...blocks(one[name]), ...blocks(other[name])]]),
  );
}
