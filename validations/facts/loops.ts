// How often each resource is there, as far as one configuration alone can tell.
import { isGiven } from "../../synthesized/configuration/join";
import { attempt } from "../../synthesized/expressions/attempt";
import type { Scope } from "../../synthesized/expressions/evaluate";
import { parseExpression } from "../../synthesized/expressions/parse";
import { UnresolvedError } from "../../synthesized/expressions/value";
import { withoutLists } from "../../synthesized/list-shapes";
import { createParser, type Evaluation } from "../../synthesized/resolution/bind";
import {
  type Declaration,
  expandDeclaration,
  type Instance,
} from "../../synthesized/resolution/instances";
import { createGuard, lazyList, lazyObject, once } from "../../synthesized/resolution/lazy";
import { localsOf, variablesOf } from "../../synthesized/resolution/names";
import { overridesOf } from "../../synthesized/resolution/paths";
import {
  type Block,
  type BlocksByType,
  isBlock,
  type Json,
  type SynthesizedStack,
} from "../../synthesized/stack";
import { pureCall } from "./expression";

/** The loops of a configuration. */
export interface Loops {
  /** What expressions outside of loops may name. */
  readonly scope: Scope;
  readonly evaluation: Evaluation;
  /** The resources and data sources with a loop. */
  readonly addresses: readonly string[];
  /** The instances of a resource or data source; undefined when it has no loop or an unknown one. */
  instancesOf(address: string): readonly Instance[] | undefined;
}

/**
 * Reads the loops.
 *
 * The default of a variable counts when it says something: `false`, text and what is empty are
 * placeholders of a configuration that others complete. A value that it was given counts always.
 *
 * @param kept addresses whose loop counts as unknown
 */
export function loopsOf(stack: SynthesizedStack, kept: ReadonlySet<string>): Loops {
  const evaluation = {
    guard: createGuard(),
    overrides: overridesOf({}),
    parse: createParser(),
  };
  const scope: Scope = { lookup: (name) => lookup(name), call: pureCall };
  const found = new Map(
    [...declarationsOf(stack.resource, ""), ...declarationsOf(stack.data, "data.")]
      .filter(([address, { config }]) => !kept.has(address) && isLoop(config))
      .map(([address, declaration]) => [address, once(() => expand(declaration))]),
  );
  const locals = once(() => localsOf(stack, scope, evaluation));
  const variables = once(() => variablesOf(telling(stack), evaluation));
  const data = once(() =>
    lazyObject(
      Object.keys(stack.data ?? {}),
      (type) => byName(stack.data?.[type], `data.${type}`),
      unknown,
    ),
  );
  // Made once: each instance of a loop may name an instance of another.
  const resources = new Map(
    Object.entries(stack.resource ?? {}).map(([type, names]) => [
      type,
      once(() => byName(names, type)),
    ]),
  );
  const instancesOf = (address: string) => found.get(address)?.();

  function expand(declaration: Declaration): readonly Instance[] | undefined {
    return attempt(() => expandDeclaration(declaration, scope, evaluation));
  }

  function lookup(name: string): Json {
    if (name === "local") return locals();
    if (name === "var") return variables();
    if (name === "data") return data();
    return resources.get(name)?.() ?? byName(undefined, name);
  }

  // Of a resource its instances are known: the keys, not the attributes.
  function byName(names: object | undefined, type: string): Json {
    return lazyObject(
      Object.keys(names ?? {}),
      (name) => {
        const instances = instancesOf(`${type}.${name}`);
        if (instances === undefined) return unknown(`${type}.${name}`);
        const read = (one: Instance | undefined): Json => unknown(one?.address ?? name);
        if (instances.every(({ key }) => typeof key !== "string")) {
          return lazyList(instances.length, (index) => read(instances[index]));
        }
        const byKey = new Map(instances.map((one) => [String(one.key), one]));
        return lazyObject(byKey.keys(), (key) => read(byKey.get(key)));
      },
      unknown,
    );
  }

  function unknown(what: string): never {
    throw new UnresolvedError(`${what} is not known`, { expression: parseExpression(what), scope });
  }

  return { scope, evaluation, addresses: [...found.keys()], instancesOf };
}

function isLoop({ count, for_each }: Block): boolean {
  return (count ?? for_each ?? null) !== null;
}

function declarationsOf(byType: BlocksByType | undefined, prefix: "" | "data.") {
  return Object.entries(byType ?? {}).flatMap(([type, byName]) =>
    Object.entries(byName ?? {})
      .filter(([, config]) => isBlock(config))
      .map(([name, config]): [string, Declaration] => [
        `${prefix}${type}.${name}`,
        { prefix, type, name, config },
      ]),
  );
}

/** The configuration with those variables alone whose default says something. */
function telling({ variable = {} }: SynthesizedStack): SynthesizedStack {
  const declared = withoutLists({ variable }).variable ?? {};
  return {
    variable: Object.fromEntries(
      Object.entries(declared).filter(
        ([, block]) => isBlock(block) && (isGiven(block) || says(block.default ?? null)),
      ),
    ),
  };
}

function says(value: Json): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return typeof value !== "string" && Boolean(value);
}
