import type { Block } from "../../../synthesized/stack";

/** Why a module that Lambda finds is not found here, and what to do; undefined: it is nowhere. */
export function missingModuleHint(errorMessage: string, config: Block): string | undefined {
  const name = /^Cannot find (?:module|package) '([^'./][^']*)'/.exec(errorMessage)?.[1];
  if (name === undefined) return undefined;
  if (/^(@aws-sdk|@smithy)\//.test(name)) {
    return `Lambda's runtime has ${name}, the preview has not: install it beside the function's code, or bundle it`;
  }
  const { layers } = config;
  return Array.isArray(layers) && layers.length > 0
    ? `the preview has none of the function's layers: put ${name} into its code to run it here`
    : undefined;
}
