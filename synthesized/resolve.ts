// A stack with its expressions evaluated and its resources as they would be after a deployment.
import { createParser, type Evaluation } from "./resolution/bind";
import { checkSet, modulesIn } from "./resolution/check-set";
import { graphOf } from "./resolution/graph";
import { createGuard } from "./resolution/lazy";
import { overridesOf } from "./resolution/paths";
import { type ResolveOptions, settingsOf } from "./resolution/settings";
import { type Note, type Unresolved, writeOut } from "./resolution/write-out";
import { writeResources } from "./resolution/write-resources";
import type { Block, Json, SynthesizedStack } from "./stack";

export type { StackFiles } from "./expressions/functions/define";
export type { ResolveOptions } from "./resolution/settings";
export type { Unresolved } from "./resolution/write-out";

/** A stack without expressions, and what had no value. */
export interface ResolvedStack {
  /** The same JSON shape; `count` and `for_each` expanded, computed attributes beside the arguments. */
  readonly stack: SynthesizedStack;
  /** Expressions that stay in `stack` as they are. */
  readonly unresolved: readonly Unresolved[];
}

/**
 * Evaluates every expression of a stack and gives every resource plausible computed attributes.
 *
 * Nothing is asked over the network: an id, an ARN or a domain name follows from the resource's
 * address and arguments and is the same in every run. What only a deployment knows is listed in
 * `unresolved`, and `options.set` supplies it.
 *
 * @throws when `options.set` names a resource, variable or local value that the stack does not define
 */
export async function resolveStack(
  stack: SynthesizedStack,
  options: ResolveOptions = {},
): Promise<ResolvedStack> {
  const evaluation: Evaluation = {
    guard: createGuard(),
    overrides: overridesOf(options.set ?? {}),
    parse: createParser(),
  };
  const graph = graphOf(stack, settingsOf(stack, options, evaluation), evaluation);
  const expansions = graph.expansions();
  checkSet(options.set ?? {}, stack, expansions);

  const unresolved: Unresolved[] = [];
  const note: Note = (one) => unresolved.push(one);
  const entries = (blocks: object | undefined, prefix: string) =>
    mapEntries(blocks ?? {}, (raw, name) => {
      const place = { address: `${prefix}${name}`, path: "" };
      return writeOut({ raw, scope: graph.scope }, place, evaluation, note);
    });

  noteModules(stack, note);
  return {
    stack: {
      ...stack,
      provider: entries(stack.provider, "provider.") as NonNullable<SynthesizedStack["provider"]>,
      locals: entries(stack.locals, "local."),
      resource: writeResources(expansions, "", evaluation, note),
      data: writeResources(expansions, "data.", evaluation, note),
      output: entries(stack.output, "output.") as NonNullable<SynthesizedStack["output"]>,
    },
    unresolved,
  };
}

function mapEntries(blocks: object, write: (raw: Json, name: string) => Json): Block {
  return Object.fromEntries(
    Object.entries(blocks).map(([name, raw]) => [name, write(raw as Json, name)]),
  );
}

function noteModules(stack: SynthesizedStack, note: Note): void {
  for (const name of modulesIn(stack)) {
    note({
      address: `module.${name}`,
      path: "",
      expression: "",
      reason: `modules are not read; supply an output with --set module.${name}.OUTPUT=VALUE`,
    });
  }
}
