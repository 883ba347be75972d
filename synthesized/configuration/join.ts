import { withoutLists } from "../list-shapes";
import { type Block, blocks, isBlock, type Json } from "../stack";

/** One file of a configuration. */
export interface Part {
  readonly file: string;
  readonly block: Block;
}

/**
 * All files of a configuration as one, in the list form of Terraform's JSON.
 *
 * @throws when two files have the same resource or data source
 */
export function joinParts(parts: readonly Part[]): Block {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only.block;
  refuseTwice(parts);
  const sections = [...new Set(parts.flatMap(({ block }) => Object.keys(block)))];
  const joined: Block = Object.fromEntries(
    sections.map((section): [string, Json] => [
      section,
      parts.flatMap(({ block }) => blocks(block[section])),
    ]),
  );
  // Providers are read by name: each has one configuration or several.
  const { provider } = withoutLists({ provider: joined.provider ?? [] });
  return { ...joined, ...(joined.provider === undefined ? {} : { provider: provider as Block }) };
}

function refuseTwice(parts: readonly Part[]): void {
  const places = new Map<string, string>();
  for (const { file, block } of parts) {
    for (const address of addressesOf(block)) {
      const other = places.get(address);
      if (other !== undefined) {
        throw new Error(`${address} is in ${other} and in ${file}; Terraform allows it once`);
      }
      places.set(address, file);
    }
  }
}

function addressesOf(block: Block): string[] {
  const { resource = {}, data = {} } = withoutLists(block);
  const named = (kind: object, prefix: string): string[] =>
    Object.entries(kind).flatMap(([type, names]) =>
      Object.keys(names as object).map((name) => `${prefix}${type}.${name}`),
    );
  return [...named(resource, ""), ...named(data, "data.")];
}

/** What a variable has beside its declaration when its value is not a default that may change. */
const GIVEN = { given: true } as const;

/** Whether a declared variable has a value that it was given, in place of its default. */
export function isGiven(declared: Block): boolean {
  const comment = declared["//"];
  return isBlock(comment) && comment.given === true;
}

/** The configuration with values of its variables in place of their defaults. */
export function withVariables(configuration: Block, values: Block): Block {
  const { variable } = withoutLists({ variable: configuration.variable ?? {} });
  const given = Object.entries(variable ?? {}).map(([name, declared]): [string, Json] => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return [name, value === undefined ? declared : { ...declared, "//": GIVEN, default: value }];
  });
  return given.length === 0
    ? configuration
    : { ...configuration, variable: Object.fromEntries(given) };
}
