// Expressions that are more than one name, as far as one configuration alone can tell.
import { isGiven } from "../../synthesized/configuration/join";
import { evaluate, type Scope } from "../../synthesized/expressions/evaluate";
import { callFunction } from "../../synthesized/expressions/functions/function-table";
import { parseConfigurationString } from "../../synthesized/expressions/parse";
import { UnresolvedError } from "../../synthesized/expressions/value";
import { lazyList, lazyObject } from "../../synthesized/resolution/lazy";
import { plain } from "../../synthesized/resolution/write-out";
import { type Block, isBlock, type Json, type SynthesizedStack } from "../../synthesized/stack";

/** The value of a text of the configuration. @throws when it is not known */
type Known = (text: string) => Json;

/** Functions whose result follows from more than their arguments. */
const IMPURE = /^(bcrypt|file\w*|plantimestamp|rsadecrypt|templatefile|timestamp|uuid)$/;

const INSTANCE = /^([^[]+)\[(\d+|"[^"\\]*")\]$/;

/**
 * The value of a text with expressions in it.
 *
 * @throws when the configuration alone does not hold the value
 */
export function evaluated(stack: SynthesizedStack, text: string, known: Known): Json {
  return plain(evaluate(parseConfigurationString(text), scopeOf(stack, known)));
}

/** What names mean in a configuration of which only the literal parts are known. */
export function scopeOf(stack: SynthesizedStack, known: Known): Scope {
  return {
    lookup: (name) => {
      if (name === "local") return within(stack.locals ?? {}, known);
      if (name === "var") return within(givenVariables(stack), known);
      if (name === "data") {
        return within(stack.data ?? {}, known, (byName) => instancesOf(byName, known));
      }
      return instancesOf(stack.resource?.[name] ?? null, known);
    },
    call: pureCall,
  };
}

/** Values of variables that were given to the configuration; a default may be another one there. */
function givenVariables({ variable = {} }: SynthesizedStack): Block {
  const given = Object.entries(variable).filter(([, block]) => isBlock(block) && isGiven(block));
  return Object.fromEntries(given.map(([name, block]) => [name, block.default ?? null]));
}

/** The result of a function. @throws when it does not follow from the arguments alone */
export function pureCall(name: string, args: readonly Json[]): Json {
  if (IMPURE.test(name)) return unresolved(name);
  return callFunction(name, args, {
    files: { read: unresolved, list: unresolved },
    now: 0,
    renderTemplate: unresolved,
  });
}

/** The resources of a type; an instance of a loop, `site["a"]`, is an element of `site`. */
function instancesOf(byName: Json, known: Known): Json {
  if (!isBlock(byName)) return unresolved("a resource");
  const read = (name: string) => attributesOf(byName[name] ?? null, known);
  const keys = keysByName(byName);
  return lazyObject(
    new Set([...Object.keys(byName), ...keys.keys()]),
    (name) => {
      const own = keys.get(name);
      if (own === undefined) return read(name);
      const isCounted = own.every((key) => !key.startsWith('"'));
      if (isCounted) return lazyList(own.length, (index) => read(`${name}[${index}]`));
      const instance = (key: string) => read(`${name}["${key}"]`);
      return lazyObject(
        own.map((key) => key.slice(1, -1)),
        instance,
        unresolved,
      );
    },
    unresolved,
  );
}

/** The keys of instances as they are written, by the name of their resource. */
function keysByName(byName: Block): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const full of Object.keys(byName)) {
    const [, name, key] = INSTANCE.exec(full) ?? [];
    if (name === undefined || key === undefined) continue;
    const known = keys.get(name);
    if (known === undefined) keys.set(name, [key]);
    else known.push(key);
  }
  return keys;
}

/** What is known of a resource; with a `count` that is not known it has numbers. */
function attributesOf(config: Json, known: Known): Json {
  if (!isBlock(config) || config.for_each !== undefined) return unresolved("for_each");
  const attributes = within(config, known, (value) =>
    value === null ? unresolved("an attribute") : inside(value, known),
  );
  if (config.count === undefined) return attributes;
  return lazyObject(["0"], () => attributes, unresolved);
}

function within(
  block: Block,
  known: Known,
  read: (value: Json) => Json = (value) => inside(value, known),
): Json {
  return lazyObject(Object.keys(block), (key) => read(block[key] ?? null), unresolved);
}

function inside(value: Json, known: Known): Json {
  if (typeof value === "string") return known(value);
  if (Array.isArray(value)) {
    return lazyList(value.length, (at) => inside(value[at] ?? null, known));
  }
  return isBlock(value) ? within(value, known) : value;
}

function unresolved(name: string): never {
  throw new UnresolvedError(`${name} is not known`);
}
