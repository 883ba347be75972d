// The region a resource lives in, by its provider.
import {
  type Block,
  blocks,
  type Json,
  type Resource,
  type SynthesizedStack,
} from "../../synthesized/stack";
import { textOf, UNKNOWN, type Unknown } from "./value";

/** The region of a resource; UNKNOWN when the environment decides. */
export function regionOf(stack: SynthesizedStack, resource: Resource): string | Unknown {
  const own = textOf(stack, resource.config.region);
  if (own !== undefined) return own;
  const region = textOf(stack, providerOf(stack, resource.config)?.region);
  return region ?? UNKNOWN;
}

function providerOf(stack: SynthesizedStack, config: Block): Block | undefined {
  const alias = aliasIn(config.provider);
  return blocks(stack.provider?.aws as Json | undefined).find((provider) =>
    alias === undefined ? provider.alias === undefined : provider.alias === alias,
  );
}

// `aws.us_east_1`, also written as `${aws.us_east_1}`.
function aliasIn(provider: Json | undefined): string | undefined {
  return typeof provider === "string" ? /\baws\.([\w-]+)/.exec(provider)?.[1] : undefined;
}
