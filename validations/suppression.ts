// Exceptions that travel inside the Terraform JSON, under the comment key `//`.
import {
  allResources,
  type Block,
  blocks,
  isBlock,
  type Json,
  type SynthesizedStack,
} from "../synthesized/stack";
import type { Place } from "./rule";

/** One accepted finding: a rule, the place it may fire at, and why that is accepted. */
export interface Suppression {
  readonly id: string;
  readonly address: string;
  /** Limits the exception to one nested block, such as `origin "api"`. */
  readonly part?: string;
  readonly reason: string;
}

/** A suppression as found in the JSON, well formed or not. */
export interface SuppressionEntry {
  /** The address it was written at; empty for the top level. */
  readonly owner: string;
  readonly entry: Json;
}

/**
 * Every entry of `"//": { "lint": { "suppress": […] } }`, at the top level and in each resource.
 *
 * Terraform ignores `//` in its JSON syntax, so an exception costs nothing there.
 */
export function suppressionEntries(stack: SynthesizedStack): SuppressionEntry[] {
  const top = entriesIn(stack as unknown as Block).map((entry) => ({ owner: "", entry }));
  const own = allResources(stack).flatMap(({ address, config }) =>
    entriesIn(config).map((entry) => ({ owner: address, entry })),
  );
  return [...top, ...own];
}

function entriesIn(block: Block): readonly Json[] {
  const comment = block["//"];
  const lint = isBlock(comment) ? comment.lint : undefined;
  const suppress = isBlock(lint) ? lint.suppress : undefined;
  if (suppress === undefined) return [];
  return Array.isArray(suppress) ? suppress : [suppress];
}

/** What is wrong with an entry, or `undefined`. */
export function malformation({ owner, entry }: SuppressionEntry): string | undefined {
  const [block] = blocks(entry);
  if (block === undefined) return `has a suppression that is no object: ${JSON.stringify(entry)}`;
  const named = `suppression of ${JSON.stringify(block.id ?? null)}`;
  if (typeof block.id !== "string") return `has a ${named}, which names no rule`;
  if (typeof block.reason !== "string" || block.reason.trim() === "") {
    return `has a ${named} without a reason`;
  }
  if (owner === "" && typeof block.address !== "string") return `has a ${named} without an address`;
  if (owner !== "" && block.address !== undefined && block.address !== owner) {
    return `has a ${named} for another address, ${JSON.stringify(block.address)}`;
  }
  return undefined;
}

/** The well-formed suppressions; what is malformed suppresses nothing. */
export function suppressionsOf(stack: SynthesizedStack): Suppression[] {
  return suppressionEntries(stack)
    .filter((found) => malformation(found) === undefined)
    .map(({ owner, entry }) => {
      const { id, address = owner, part, reason } = entry as { [key: string]: string };
      return { id, address, reason, ...(part === undefined ? {} : { part }) } as Suppression;
    });
}

/** Whether a suppression is about a rule's finding at a place; without a key it is about every instance. */
export function covers(suppression: Suppression, ruleId: string, place: Place): boolean {
  const { id, address, part } = suppression;
  const isAt = (place: string) => address === place || address === place.replace(/\[[^\]]*\]$/, "");
  return id === ruleId && isAt(place.address) && (part === undefined || part === place.part);
}

/**
 * Reads a list of suppressions, each with its address.
 *
 * @throws when it is no JSON list or an entry is malformed; the message says which
 */
export function readSuppressions(text: string): Suppression[] {
  const list = parseList(text);
  for (const entry of list) {
    const message = malformation({ owner: "", entry });
    if (message !== undefined) throw new Error(message);
  }
  return list as unknown as Suppression[];
}

function parseList(text: string): Json[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list as Json[];
  } catch (error) {
    throw new Error(`is no JSON: ${(error as Error).message}`);
  }
  throw new Error("is no list of suppressions");
}
