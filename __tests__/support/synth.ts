// Synthesizes constructs in tests, in a stack with the project's addresses.
import { Testing } from "cdktf";
import type { Construct } from "constructs";
import { ShortAddressStack } from "../../modules";
import type { SynthesizedStack } from "../../synthesized/stack";

/** The Terraform JSON of whatever `define` defines. */
export function synthesize(define: (scope: Construct) => void): SynthesizedStack {
  const stack = new ShortAddressStack(Testing.app(), "test");
  define(stack);
  return JSON.parse(Testing.synth(stack)) as SynthesizedStack;
}

/** Every address of a stack, sorted. */
export function addresses(stack: SynthesizedStack): string[] {
  return Object.entries(stack.resource ?? {})
    .flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`))
    .sort();
}

/** The config of one resource without CDKTF's metadata. */
export function resource(stack: SynthesizedStack, address: string): Record<string, unknown> {
  const [type = "", name = ""] = address.split(".");
  const config = stack.resource?.[type]?.[name];
  if (config === undefined) throw new Error(`no ${address} in ${addresses(stack).join(", ")}`);
  return Object.fromEntries(Object.entries(config).filter(([key]) => key !== "//"));
}
