// The names of an expression that are no resources: variables, locals, modules.
import type { Scope } from "../expressions/evaluate";
import { at, UnresolvedError } from "../expressions/value";
import { blocks, isBlock, type Json, type SynthesizedStack } from "../stack";
import { type Evaluation, lazyValue } from "./bind";
import { lazyObject } from "./lazy";
import type { Overrides } from "./paths";
import { withType } from "./variable-type";

/** `var`: the values supplied, else the defaults. */
export function variablesOf(stack: SynthesizedStack, { overrides }: Evaluation): Json {
  const variables = stack.variable ?? {};
  return lazyObject(
    new Set([...Object.keys(variables), ...overrides.namesBelow("var")]),
    (name) => {
      const { type, default: fallback } = variables[name] ?? {};
      const supplied = overrides.at(`var.${name}`);
      if (supplied !== undefined) return withType(converted(supplied, type), typeText(type));
      if (fallback !== undefined) return withType(fallback, typeText(type));
      throw new UnresolvedError(
        `variable "${name}" has no default; supply it with --set var.${name}=VALUE`,
      );
    },
    (name) => undeclared(`variable "${name}"; supply it with --set var.${name}=VALUE`),
  );
}

/** A value from the command line is text; a variable of another type takes it as JSON. */
function converted(value: Json, type: Json | undefined): Json {
  const isText = type === undefined || /^(\$\{)?string\}?$/.test(String(type));
  if (typeof value !== "string" || isText) return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function typeText(type: Json | undefined): string {
  return typeof type === "string" ? type : "";
}

/** `local`. */
export function localsOf(stack: SynthesizedStack, scope: Scope, evaluation: Evaluation): Json {
  const locals = stack.locals ?? {};
  return lazyObject(
    new Set([...Object.keys(locals), ...evaluation.overrides.namesBelow("local")]),
    (name) => lazyValue({ raw: locals[name] ?? null, scope }, `local.${name}`, evaluation),
    (name) => undeclared(`local value "${name}"; supply it with --set local.${name}=VALUE`),
  );
}

/** `module`: only outputs that are supplied, since modules are not read. */
export function modulesOf(stack: SynthesizedStack, { overrides }: Evaluation): Json {
  const outputsOf = (module: string) =>
    suppliedOutputs(module, "modules are not read; supply the output with", overrides);
  const calls = (stack as { readonly module?: { readonly [name: string]: Json } }).module ?? {};
  return lazyObject(
    [],
    () => null,
    (name) => {
      const call = blocks(calls[name])[0] ?? {};
      const isRepeated = [call.for_each, call.count].some((one) => one !== undefined);
      if (!isRepeated) return outputsOf(`module.${name}`);
      const outputsAt = (key: string) => outputsOf(`module.${name}[${key}]`);
      if ((call.for_each ?? null) !== null) {
        const instance = (key: string) => outputsAt(JSON.stringify(key));
        return lazyObject([], () => null, instance);
      }
      // What is no number is an output of all instances, `module.x[*].output`: the first one's is asked for.
      return lazyObject(["0"], outputsAt, (key) =>
        /^\d+$/.test(key) ? outputsAt(key) : at(outputsAt("0"), key),
      );
    },
  );
}

/** Outputs of something that is not read: those that are supplied. */
export function suppliedOutputs(path: string, problem: string, overrides: Overrides): Json {
  const below = (place: string): Json =>
    lazyObject(
      overrides.namesBelow(place),
      (name) => overrides.at(`${place}.${name}`) ?? below(`${place}.${name}`),
      (name) => {
        throw new UnresolvedError(`${problem} --set ${path}.${name}=VALUE`);
      },
    );
  return below(path);
}

/** Fails for what an expression names and the stack does not have. */
export function undeclared(what: string): never {
  throw new UnresolvedError(`the stack defines no ${what}`);
}

/** The value of a name that means something only in some places, or nowhere. */
export function unknownName(name: string): never {
  if (name === "each" || name === "count") {
    throw new UnresolvedError(`${name} has no value here; is for_each or count resolved?`);
  }
  throw new UnresolvedError(`the stack defines no resource of type ${name}`);
}

/** The value of a block with its entries, when it is one. */
export function entryOf(value: Json, name: string): Json | undefined {
  return isBlock(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
