// Every text and number of a configuration, with the place it stands at.
import { isBlock, type Json, type SynthesizedStack } from "../../synthesized/stack";

/** One text or number. */
export interface Leaf {
  /** Address of the resource, or the top-level key and name, such as `output.url`. */
  readonly address: string;
  /** Keys on the way down from there. */
  readonly keys: readonly string[];
  readonly value: string | number;
  /** The object around it, for values that a sibling names. */
  readonly siblings: { readonly [key: string]: Json };
}

/** Every text and number; comments (`//`) and import paths of other tools are left out. */
export function leavesOf(stack: SynthesizedStack): Leaf[] {
  const { resource = {}, data = {}, output = {}, variable = {}, provider = {} } = stack;
  const named = (kind: string, blocks: object) =>
    Object.entries(blocks).flatMap(([name, block]) =>
      walk(`${kind}${name}`, [], block as Json, {}),
    );
  return [
    ...Object.entries(resource).flatMap(([type, blocks]) => named(`${type}.`, blocks)),
    ...Object.entries(data).flatMap(([type, blocks]) => named(`data.${type}.`, blocks)),
    ...named("output.", output),
    ...named("var.", variable),
    ...named("provider.", provider),
    ...named("local.", stack.locals ?? {}),
    ...walk("terraform", [], stack.terraform ?? {}, {}),
  ];
}

function walk(
  address: string,
  keys: readonly string[],
  value: Json,
  siblings: Leaf["siblings"],
): Leaf[] {
  if (typeof value === "string" || typeof value === "number") {
    return [{ address, keys, value, siblings }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, at) => walk(address, [...keys, String(at)], item, siblings));
  }
  if (!isBlock(value)) return [];
  return Object.entries(value)
    .filter(([key]) => key !== "//")
    .flatMap(([key, item]) => walk(address, [...keys, key], item, value));
}
