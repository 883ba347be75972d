// A module's blocks as they would be written in the configuration that calls it.
import { join } from "node:path";
import { expressionOfJson, type Replace, rewrite, rewriteJson } from "../expressions/rewrite";
import type { Expression } from "../expressions/syntax";
import type { Block, BlocksByType, Json, SynthesizedStack } from "../stack";
import { argumentsOf } from "./module-arguments";
import { callsOf, localSource } from "./module-call";
import { providersOf } from "./module-providers";

/** One instance of a call. */
export interface ModuleInstance {
  /** `module.cdn`, or `module.cdn["eu"]`. */
  readonly path: string;
  /** The module's folder, relative to the configuration's. */
  readonly source: string;
  /** The call's arguments, without `each` and `count`. */
  readonly call: Block;
}

/** What a module adds to the configuration that calls it. */
export interface Inlined {
  readonly stack: SynthesizedStack;
  /** The values of its outputs. */
  readonly outputs: Expression;
  /** The addresses that Terraform gives the resources, by those in `stack`. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The paths of the modules that it calls, by their names in `stack`. */
  readonly calls: Readonly<Record<string, string>>;
}

/**
 * Names get the module's path before them, `module_cdn_site`, as where a plan is read; variables are
 * replaced by the arguments, `path.module` by the folder.
 */
export function inlineModule(module: SynthesizedStack, instance: ModuleInstance): Inlined {
  const { path, source, call } = instance;
  const prefix = `${path}.`.replace(/[^\w-]+/g, "_");
  const providers = providersOf(module, call, prefix);
  const values = argumentsOf(module, call);
  const replace: Replace = (expression) =>
    replacement(expression, { module, prefix, values, source });
  const write = (block: Json) => rewriteJson(block, replace);
  const renamed = (blocks: object | undefined, change: (block: Block) => Json) =>
    Object.fromEntries(
      Object.entries(blocks ?? {}).map(([name, block]) => [`${prefix}${name}`, change(block)]),
    );
  const resources = (byType: BlocksByType = {}) =>
    Object.fromEntries(
      Object.entries(byType).map(([type, byName]) => [
        type,
        renamed(byName, (block) => providers.assign(type, write(block) as Block)),
      ]),
    );
  const open = Object.entries(module.variable ?? {}).filter(([name]) => !values.has(name));
  return {
    stack: {
      resource: resources(module.resource),
      data: resources(module.data),
      locals: renamed(module.locals, write),
      variable: renamed(Object.fromEntries(open), (block) => block),
      provider: write(providers.own),
      module: renamed(callsOf(module), (one) => {
        const inner = localSource(one);
        const written = write(one) as Block;
        return providers.pass(
          inner === undefined ? written : { ...written, source: `./${join(source, inner)}` },
        );
      }),
    } as SynthesizedStack,
    outputs: rewrite(outputsOf(module), replace),
    addresses: Object.fromEntries([
      ...addressesOf(module.resource, "", { prefix, path }),
      ...addressesOf(module.data, "data.", { prefix, path }),
    ]),
    calls: Object.fromEntries(
      Object.keys(callsOf(module)).map((name) => [`${prefix}${name}`, `${path}.module.${name}`]),
    ),
  };
}

function addressesOf(
  byType: BlocksByType | undefined,
  kind: "" | "data.",
  { prefix, path }: { readonly prefix: string; readonly path: string },
): (readonly [string, string])[] {
  return Object.entries(byType ?? {}).flatMap(([type, byName]) =>
    Object.keys(byName).map(
      (name) => [`${kind}${type}.${prefix}${name}`, `${path}.${kind}${type}.${name}`] as const,
    ),
  );
}

function outputsOf({ output = {} }: SynthesizedStack): Expression {
  return expressionOfJson(
    Object.fromEntries(Object.entries(output).map(([name, { value = null }]) => [name, value])),
  );
}

interface Inside {
  readonly module: SynthesizedStack;
  readonly prefix: string;
  readonly values: ReadonlyMap<string, Expression>;
  readonly source: string;
}

/** What a name of the module is outside of it. */
function replacement(expression: Expression, inside: Inside): Expression | undefined {
  if (expression.kind !== "index" || expression.key.kind !== "literal") return undefined;
  const { of } = expression;
  const { module, prefix, values, source } = inside;
  const name = String(expression.key.value);
  const renamed: Expression = { ...expression, key: { kind: "literal", value: prefix + name } };
  if (of.kind === "index" && of.of.kind === "name" && of.of.name === "data") {
    const type = of.key.kind === "literal" ? String(of.key.value) : "";
    return isDeclared(module.data, type, name) ? renamed : undefined;
  }
  if (of.kind !== "name") return undefined;
  switch (of.name) {
    case "var":
      return values.get(name) ?? renamed;
    case "local":
    case "module":
      return renamed;
    case "path":
      return name === "module" ? { kind: "literal", value: source } : undefined;
    default:
      return isDeclared(module.resource, of.name, name) ? renamed : undefined;
  }
}

function isDeclared(byType: BlocksByType | undefined, type: string, name: string): boolean {
  return Object.hasOwn(byType?.[type] ?? {}, name);
}
