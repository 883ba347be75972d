// The body of a block: arguments, nested blocks, and Terraform's own words in them.
import type { Block, Json } from "../stack";
import { labelledBlocks } from "./labelled";
import { escapeTemplates } from "./literal";
import { renderReference } from "./reference";
import { indent, renderAssignments, renderValue } from "./value";

/** What Terraform makes of the names in one kind of block. */
export interface BodyRules {
  /** Arguments that name other objects, and so are bare references. */
  readonly references?: readonly string[];
  /** Arguments whose strings are no templates: `${` in them is text. */
  readonly literals?: readonly string[];
  /** Blocks that Terraform itself knows here. */
  readonly blocks?: Readonly<Record<string, NestedBlock>>;
  /** Tells the other blocks, those of a resource's type, from its arguments. */
  readonly isNested?: (name: string, value: Json) => boolean;
  /** The rules in one of those blocks. */
  readonly nestedRules?: (name: string) => BodyRules;
}

/** A nested block: how many labels it has and what its body means. */
export interface NestedBlock {
  /** @default 0 */
  readonly labels?: number;
  readonly rules: (labels: readonly string[]) => BodyRules;
}

// `terraform fmt` keeps any order; this is the one of HashiCorp's style guide.
const FIRST = ["source", "version", "count", "for_each", "provider"];
const LAST = ["lifecycle", "depends_on"];

/** A block with its header and braces. */
export function renderBlock(header: string, body: Block, rules: BodyRules): string {
  const inner = renderBody(body, rules);
  return inner === "" ? `${header} {}` : `${header} {\n${indent(inner)}\n}`;
}

function renderBody(body: Block, rules: BodyRules): string {
  // `//` is the place for comments in Terraform's JSON; CDKTF keeps construct paths there.
  const entries = Object.entries(body).filter(([name]) => name !== "//");
  const named = new Map(entries);
  const rest = entries.filter(([name]) => ![...FIRST, ...LAST].includes(name));
  const pick = (names: readonly string[]) =>
    names.flatMap((name): [string, Json][] => {
      const value = named.get(name);
      return value === undefined ? [] : [[name, value]];
    });

  const start = [...pick(FIRST), ...rest];
  const isNested = ([name, value]: [string, Json]) => isNestedBlock(name, value, rules);
  const argumentLines = start
    .filter((entry) => !isNested(entry))
    .map(([name, value]) => ({ name, value: renderArgument(name, value, rules) }));
  const nested = start
    .filter(isNested)
    .flatMap(([name, value]) => renderNested(name, value, rules));
  const end = pick(LAST).flatMap(([name, value]) =>
    isNestedBlock(name, value, rules)
      ? renderNested(name, value, rules)
      : [renderAssignments([{ name, value: renderArgument(name, value, rules) }])],
  );
  return [renderAssignments(argumentLines), ...nested, ...end]
    .filter((group) => group !== "")
    .join("\n\n");
}

function isNestedBlock(name: string, value: Json, rules: BodyRules): boolean {
  return rules.blocks?.[name] !== undefined || rules.isNested?.(name, value) === true;
}

function renderArgument(name: string, value: Json, rules: BodyRules): string {
  if (rules.references?.includes(name)) return renderReference(value);
  return renderValue(rules.literals?.includes(name) ? escapeTemplates(value) : value);
}

function renderNested(name: string, value: Json, rules: BodyRules): string[] {
  const { labels = 0, rules: rulesOf } = rules.blocks?.[name] ?? {
    rules: () => rules.nestedRules?.(name) ?? {},
  };
  return labelledBlocks(value, labels, name).map((block) =>
    renderBlock(header(name, block.labels), block.body, rulesOf(block.labels)),
  );
}

/** `resource "aws_s3_bucket" "site"`. */
export function header(name: string, labels: readonly string[]): string {
  return [name, ...labels.map((label) => `"${label}"`)].join(" ");
}
