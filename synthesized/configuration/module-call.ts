// Calls of modules, as often as their `count` or `for_each` says.
import { join } from "node:path";
import { attempt } from "../expressions/attempt";
import { createParser, type Evaluation } from "../resolution/bind";
import { graphOf } from "../resolution/graph";
import { expandDeclaration } from "../resolution/instances";
import { createGuard } from "../resolution/lazy";
import { overridesOf } from "../resolution/paths";
import { type ResolveOptions, settingsOf } from "../resolution/settings";
import { unroll } from "../resolution/unroll";
import { type Block, isBlock, type SynthesizedStack } from "../stack";

/** One instance of a call. */
export interface CallInstance {
  /** The number of a `count`, the key of a `for_each`; undefined when there is neither. */
  readonly key: string | number | undefined;
  /** The arguments, without `each` and `count`. */
  readonly call: Block;
}

/** The calls of modules by name. */
export function callsOf(stack: SynthesizedStack): { readonly [name: string]: Block } {
  return (stack as { readonly module?: { readonly [name: string]: Block } }).module ?? {};
}

/** The folder of a local module, relative to the folder of the call's; undefined for any other. */
export function localSource({ source }: Block): string | undefined {
  if (typeof source !== "string" || !/^\.\.?\//.test(source)) return undefined;
  const path = join(source);
  return path.startsWith(".") ? path : `./${path}`;
}

/**
 * The instances of a call. A `count` that is not known is one.
 *
 * @returns undefined when a `for_each` has no value
 */
export function instancesOfCall(
  stack: SynthesizedStack,
  name: string,
  options: ResolveOptions,
): readonly CallInstance[] | undefined {
  const { count, for_each, ...call } = callsOf(stack)[name] ?? {};
  if ((count ?? for_each ?? null) === null) return [{ key: undefined, call }];
  const evaluation: Evaluation = {
    guard: createGuard(),
    overrides: overridesOf({}),
    parse: createParser(),
  };
  const { scope } = graphOf(stack, settingsOf(stack, options, evaluation), evaluation);
  const config = { count: count ?? null, for_each: for_each ?? null };
  const written = (instance: { readonly scope: typeof scope }): Block => {
    const unrolled = unroll({ raw: call, scope: instance.scope }, `module.${name}`, evaluation);
    return isBlock(unrolled) ? unrolled : call;
  };
  const expand = (loop: Block) =>
    expandDeclaration({ prefix: "", type: "module", name, config: loop }, scope, evaluation);
  const known = attempt(() => expand(config));
  const found = known ?? (config.for_each === null ? expand({ count: 1 }) : undefined);
  return found?.map((one) => ({ key: one.key, call: written(one) }));
}
