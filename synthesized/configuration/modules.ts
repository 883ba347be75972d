// Local modules, written out in the configuration that calls them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Expression } from "../expressions/syntax";
import { folderFiles } from "../folder-files";
import type { Block, SynthesizedStack } from "../stack";
import { type Inlined, inlineModule } from "./inline-module";
import { joinModule, withOutputs, withoutModule } from "./join-module";
import { type CallInstance, callsOf, instancesOfCall, localSource } from "./module-call";

/** Modules in modules; more is a module that calls itself. */
const DEEPEST = 16;

/** Reads the module of a folder. */
type ReadModule = (folder: string) => Promise<SynthesizedStack>;

/**
 * The configuration with its local modules written out, and theirs: their resources with other
 * names, and their outputs where they are used. Modules of a registry stay calls, and so does one
 * whose folder is missing or whose `for_each` has no value.
 */
export async function withLocalModules(
  stack: SynthesizedStack,
  folder: string,
  read: ReadModule,
): Promise<SynthesizedStack> {
  let whole = stack;
  const paths = new Map<string, string>();
  const left = new Set<string>();
  for (;;) {
    const found = Object.entries(callsOf(whole)).find(
      ([name, call]) => !left.has(name) && localSource(call) !== undefined,
    );
    if (found === undefined) return whole;
    const [name, call] = found;
    const source = localSource(call) ?? "";
    const path = paths.get(name) ?? `module.${name}`;
    const instances = isReadable(join(folder, source), path)
      ? instancesOfCall(whole, name, { files: folderFiles(folder) })
      : undefined;
    if (instances === undefined) {
      left.add(name);
      continue;
    }
    const module = await read(join(folder, source));
    const inlined = instances.map((one) => ({
      key: one.key,
      ...inlineModule(module, { path: pathOf(path, one), source, call: one.call }),
    }));
    for (const { calls } of inlined) {
      for (const [inner, place] of Object.entries(calls)) paths.set(inner, place);
    }
    const called = withOutputs(whole, name, structureOf(inlined, call));
    whole = inlined.reduce(
      (stack, one) => joinModule(stack, one, join(folder, source)),
      inlined.length === 0 ? withoutModule(called, path) : called,
    );
  }
}

function isReadable(folder: string, path: string): boolean {
  return existsSync(folder) && path.split("module.").length <= DEEPEST;
}

function pathOf(path: string, { key }: CallInstance): string {
  return key === undefined ? path : `${path}[${JSON.stringify(key)}]`;
}

/** The module as expressions see it: its outputs, or a list or map of them. */
function structureOf(
  inlined: readonly (Inlined & Pick<CallInstance, "key">)[],
  { for_each }: Block,
): Expression {
  const [first] = inlined;
  if (first !== undefined && first.key === undefined) return first.outputs;
  if (for_each === undefined)
    return { kind: "tuple", items: inlined.map(({ outputs }) => outputs) };
  const items = inlined.map(
    ({ key, outputs }) => [{ kind: "literal", value: String(key) }, outputs] as const,
  );
  return { kind: "object", items };
}
