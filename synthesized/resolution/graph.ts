// The stack as one value: every name an expression may use, computed when it is asked for.
import { evaluate, type Scope } from "../expressions/evaluate";
import { callFunction } from "../expressions/functions/function-table";
import { at, toText, UnresolvedError } from "../expressions/value";
import type { BlocksByType, Json, SynthesizedStack } from "../stack";
import { type ResolvedInstance, resolveInstance } from "./attributes";
import type { Evaluation } from "./bind";
import { type Declaration, expandDeclaration, unexpanded } from "./instances";
import { lazyList, lazyObject, once } from "./lazy";
import { localsOf, modulesOf, undeclared, unknownName, variablesOf } from "./names";
import type { Settings } from "./settings";

/** The instances of one declaration; `problem` says why `count` or `for_each` has no value. */
export interface Expansion {
  readonly declaration: Declaration;
  readonly instances: readonly ResolvedInstance[];
  readonly problem?: Error;
}

/** A stack whose names can be looked up. */
export interface StackGraph {
  readonly scope: Scope;
  /** Every resource and data source, in the order of the JSON. */
  expansions(): readonly Expansion[];
}

/** Connects the parts of a stack; nothing is evaluated before it is asked for. */
export function graphOf(
  stack: SynthesizedStack,
  settings: Settings,
  evaluation: Evaluation,
): StackGraph {
  const scope = rootScope(
    (name) => (names.get(name) ?? managed.get(name))?.() ?? unknownName(name),
  );
  const expansions = new Map(
    [...declarationsOf(stack.resource, ""), ...declarationsOf(stack.data, "data.")].map(
      (declaration) => [addressOf(declaration), once(() => expansionOf(declaration))],
    ),
  );
  const surroundings = {
    settings,
    evaluation,
    all: (type: string) =>
      Object.keys(stack.resource?.[type] ?? {}).flatMap((name) =>
        (expansions.get(`${type}.${name}`)?.().instances ?? []).map(({ view }) => view),
      ),
  };
  const byName = (prefix: string, type: string, blocks: BlocksByType | undefined) =>
    lazyObject(
      Object.keys(blocks?.[type] ?? {}),
      (name) => resourceValue(expansions.get(`${prefix}${type}.${name}`)?.()),
      (name) => undeclared(`${prefix}${type}.${name}`),
    );
  const data = once(() =>
    lazyObject(
      Object.keys(stack.data ?? {}),
      (type) => byName("data.", type, stack.data),
      (type) => undeclared(`data.${type}`),
    ),
  );
  const managed = new Map(
    Object.keys(stack.resource ?? {}).map((type) => [
      type,
      once(() => byName("", type, stack.resource)),
    ]),
  );
  const names = new Map<string, () => Json>([
    ["data", data],
    ["local", once(() => localsOf(stack, scope, evaluation))],
    ["module", once(() => modulesOf(stack, evaluation))],
    ["path", () => ({ module: ".", root: ".", cwd: "." })],
    ["terraform", () => ({ workspace: settings.workspace })],
    ["var", once(() => variablesOf(stack, evaluation))],
  ]);

  function expansionOf(declaration: Declaration): Expansion {
    try {
      const instances = expandDeclaration(declaration, scope, evaluation);
      return { declaration, instances: instances.map((one) => resolveInstance(one, surroundings)) };
    } catch (problem) {
      if (!(problem instanceof Error)) throw problem;
      const one = resolveInstance(unexpanded(declaration, scope), surroundings);
      return { declaration, instances: [one], problem };
    }
  }

  function rootScope(lookup: (name: string) => Json): Scope {
    const call = (name: string, args: readonly Json[]): Json =>
      callFunction(name, args, {
        files: settings.files,
        now: settings.now,
        renderTemplate: (text, variables) =>
          toText(evaluate(evaluation.parse(text), { lookup: (key) => at(variables, key), call })),
      });
    return { lookup, call };
  }

  return { scope, expansions: () => [...expansions.values()].map((expansion) => expansion()) };
}

function declarationsOf(blocks: BlocksByType | undefined, prefix: "" | "data."): Declaration[] {
  return Object.entries(blocks ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName).map(([name, config]) => ({ prefix, type, name, config })),
  );
}

const addressOf = ({ prefix, type, name }: Declaration) => `${prefix}${type}.${name}`;

/** A resource as expressions see it: an object, or a list with `count`, or a map with `for_each`. */
function resourceValue(expansion: Expansion | undefined): Json {
  if (expansion === undefined) return null;
  const { declaration, instances, problem } = expansion;
  if (problem !== undefined) throw new UnresolvedError(problem.message);
  const { count, for_each } = declaration.config;
  const attributesOf = (index: number) => instances[index]?.attributes ?? null;
  if (count !== undefined && count !== null) return lazyList(instances.length, attributesOf);
  if (for_each === undefined || for_each === null) return attributesOf(0);
  const byKey = new Map(instances.map((one) => [String(one.instance.key), one.attributes]));
  return lazyObject(byKey.keys(), (key) => byKey.get(key) ?? null);
}
