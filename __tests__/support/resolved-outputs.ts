// Resolves small stacks and reads their outputs.
import { type ResolvedStack, type ResolveOptions, resolveStack } from "../../synthesized/resolve";
import type { Block, SynthesizedStack } from "../../synthesized/stack";

/** Resolves a stack that is written as an object literal. */
export function resolve(stack: object, options?: ResolveOptions): Promise<ResolvedStack> {
  return resolveStack(stack as SynthesizedStack, options);
}

/** The `output` blocks of some expressions. */
export function output(expressions: { readonly [name: string]: string }): object {
  return Object.fromEntries(Object.entries(expressions).map(([name, value]) => [name, { value }]));
}

/** The values of a stack's outputs. */
export async function outputs(stack: object, options?: ResolveOptions): Promise<Block> {
  const resolved = await resolve(stack, options);
  return Object.fromEntries(
    Object.entries(resolved.stack.output ?? {}).map(([name, { value = null }]) => [name, value]),
  );
}
