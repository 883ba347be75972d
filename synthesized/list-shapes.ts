// The list forms that Terraform's JSON allows in place of the objects this project reads.
import { type Block, blocks, isBlock, type Json, type SynthesizedStack } from "./stack";

/** How many labels the blocks of a section have: `resource "type" "name"` has two. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  variable: 1,
  output: 1,
  module: 1,
  locals: 0,
  terraform: 0,
};

/**
 * The same configuration with one object for each labelled block: at every level up to the block's
 * own body, a list of objects means what one object with all their entries means, and null no block.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#nested-block-mapping
 */
export function withoutLists(configuration: Block): SynthesizedStack {
  const sections = Object.entries(configuration).map(([section, value]): [string, Json] => {
    const labels = LABELS[section];
    if (labels !== undefined) return [section, merged(value, labels)];
    // Providers keep their lists: one name may have several configurations.
    return [section, section === "provider" ? gathered(value) : value];
  });
  return Object.fromEntries(sections) as SynthesizedStack;
}

function merged(value: Json, labels: number): Json {
  if (!Array.isArray(value) && !isBlock(value)) return value;
  if (labels === 0) return Object.assign({}, ...blocks(value)) as Block;
  return Object.fromEntries(
    Object.entries(gathered(value))
      .filter(([, inner]) => inner !== null)
      .map(([name, inner]) => [name, merged(inner, labels - 1)]),
  );
}

/** The entries of all objects of a list; a name that several objects have gets a list. */
function gathered(value: Json): Block {
  const result: Record<string, Json> = {};
  for (const [name, inner] of blocks(value).flatMap((block) => Object.entries(block))) {
    const known = result[name];
    result[name] = known === undefined ? inner : [...list(known), ...list(inner)];
  }
  return result;
}

function list(value: Json): readonly Json[] {
  return Array.isArray(value) ? value : [value];
}
