// A block with what its loops generate spelled out; expressions that say the same in each round stay.
import { attempt } from "../expressions/attempt";
import { isTemplate } from "../expressions/parse";
import { toJson } from "../expressions/print";
import { specialize } from "../expressions/specialize";
import { isList } from "../expressions/value";
import { type Block, blocks, isBlock, type Json } from "../stack";
import { type Bound, childrenOf, type Evaluation, type Expandable } from "./bind";

/**
 * The JSON with each `dynamic` block replaced by the blocks that it generates, and the names of
 * loops (`each`, `count`, iterators) by what they stand for. A `dynamic` block whose `for_each` has
 * no value stays.
 */
export function unroll({ raw, scope }: Bound, path: string, evaluation: Evaluation): Json {
  if (typeof raw === "string") return unrollText(raw, { raw, scope }, evaluation);
  if (isList(raw)) return raw.map((item) => unroll({ raw: item, scope }, path, evaluation));
  if (!isBlock(raw)) return raw;
  const children = attempt(() => childrenOf(raw, scope, path, evaluation));
  const unrolled: { [name: string]: Json } = {};
  const open: { [label: string]: Json } = {};
  for (const [name, child] of children ?? named(raw, scope)) {
    const place = `${path}.${name}`;
    const rounds = "scope" in child ? undefined : attempt(() => roundsOf(child, place, evaluation));
    if ("scope" in child) unrolled[name] = unroll(child, place, evaluation);
    else if (rounds !== undefined) unrolled[name] = rounds;
    else {
      open[name] = unroll({ raw: child.raw, scope }, place, evaluation);
      const fixed = blocks(raw[name]);
      if (fixed.length > 0) unrolled[name] = unroll({ raw: fixed, scope }, place, evaluation);
    }
  }
  return Object.keys(open).length === 0 ? unrolled : { ...unrolled, dynamic: open };
}

/** The entries of a block of which a name is not known. */
function named(block: Block, scope: Bound["scope"]): [string, Bound][] {
  return Object.entries(block).map(([name, raw]) => [name, { raw, scope }]);
}

function roundsOf(child: Expandable, place: string, evaluation: Evaluation): Json {
  return child.expand().map((one, index) => unroll(one, `${place}.${index}`, evaluation));
}

function unrollText(text: string, { scope }: Bound, { parse }: Evaluation): Json {
  if (scope.isInner === undefined || !isTemplate(text)) return text;
  const specialized = attempt(() => {
    const expression = parse(text);
    const inRound = specialize(expression, scope);
    return { json: inRound === expression ? text : toJson(inRound) };
  });
  return specialized === undefined ? text : specialized.json;
}
