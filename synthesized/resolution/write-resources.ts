// Writes resources and data sources out: expanded, with their computed attributes.
import { type Block, type BlocksByType, isBlock, type Json } from "../stack";
import { META_ARGUMENTS, type ResolvedInstance } from "./attributes";
import type { Evaluation } from "./bind";
import type { Expansion } from "./graph";
import { type Note, orNote, plain, writeOut } from "./write-out";

/** The blocks of one prefix, by type and name, in the order of the JSON. */
export function writeResources(
  expansions: readonly Expansion[],
  prefix: "" | "data.",
  evaluation: Evaluation,
  note: Note,
): BlocksByType {
  const types = new Map<string, [name: string, block: Block][]>();
  for (const { declaration, instances, problem } of expansions) {
    if (declaration.prefix !== prefix) continue;
    const written = types.get(declaration.type) ?? [];
    types.set(declaration.type, written);
    const { count, for_each } = declaration.config;
    const kept: Block = problem === undefined ? {} : { ...given({ count, for_each }) };
    if (problem !== undefined) noteProblem(declaration, problem, note);
    for (const one of instances) {
      const block = writeInstance(one, evaluation, note);
      written.push([one.instance.name, { ...block, ...kept }]);
    }
  }
  return Object.fromEntries(
    Array.from(types, ([type, entries]) => [type, Object.fromEntries(entries)]),
  );
}

function writeInstance(
  { instance, attributes, extended }: ResolvedInstance,
  evaluation: Evaluation,
  note: Note,
): Block {
  const { address, config, scope } = instance;
  const { count: _, for_each: __, ...described } = config;
  const meta = Object.entries(described).filter(([name]) => META_ARGUMENTS.has(name));
  const raw = Object.fromEntries(
    Object.entries(described).filter(([name]) => !META_ARGUMENTS.has(name)),
  );
  const place = { address, path: "" };
  const written = writeOut({ raw, scope }, place, evaluation, note);
  const block = isBlock(written) ? written : {};
  return { ...Object.fromEntries(meta), ...block, ...computedBeside(block, attributes, extended) };
}

/** The attributes that the block does not have. What follows from something unresolved is left out. */
function computedBeside(block: Block, attributes: Json, extended: readonly string[]): Block {
  const added: { [name: string]: Json } = {};
  for (const name of isBlock(attributes) ? Object.keys(attributes) : []) {
    const isGiven = block[name] !== undefined && block[name] !== null;
    if (isGiven && !extended.includes(name)) continue;
    // The reason is noted where the unresolved argument stands.
    const value = orNote(
      null,
      () => (isBlock(attributes) ? plain(attributes[name] ?? null) : null),
      { address: "", path: name },
      () => {},
    );
    if (value !== null) added[name] = value;
  }
  return added;
}

function noteProblem(
  { prefix, type, name, config }: Expansion["declaration"],
  problem: Error,
  note: Note,
) {
  const path = config.count === undefined || config.count === null ? "for_each" : "count";
  const raw = config[path] ?? null;
  note({
    address: `${prefix}${type}.${name}`,
    path,
    expression: typeof raw === "string" ? raw : JSON.stringify(raw),
    reason: problem.message,
  });
}

function given(block: { readonly [name: string]: Json | undefined }): Block {
  return Object.fromEntries(
    Object.entries(block).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
