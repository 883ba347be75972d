// Terraform JSON as the HCL a person would read.
import type { Json, SynthesizedStack } from "../stack";
import { header, renderBlock } from "./body";
import { labelledBlocks } from "./labelled";
import { SECTIONS } from "./sections";

/**
 * A configuration as HCL, laid out as `terraform fmt` leaves it. Converted back it is the same
 * configuration: zeros, `false`, empty strings and empty lists stay. Only comments (`//`) go.
 *
 * Expressions are copied as they are; strings that hold JSON stay strings, because `jsonencode`
 * would write other text.
 *
 * @throws when the configuration has a block that Terraform does not know
 */
export function toHcl(stack: SynthesizedStack): string {
  const sections = stack as Readonly<Record<string, Json | undefined>>;
  for (const name of Object.keys(stack)) {
    if (name !== "//" && SECTIONS[name] === undefined) {
      throw new Error(
        `"${name}" is no top-level block of Terraform; these are: ${Object.keys(SECTIONS).join(", ")}`,
      );
    }
  }
  const rendered = Object.entries(SECTIONS).flatMap(([name, { labels = 0, rules }]) =>
    labelledBlocks(sections[name] ?? null, labels, name).map((block) =>
      renderBlock(header(name, block.labels), block.body, rules(block.labels)),
    ),
  );
  return rendered.length === 0 ? "" : `${rendered.join("\n\n")}\n`;
}
