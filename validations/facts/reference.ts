// References such as `${aws_s3_bucket.site.id}` inside the strings of a configuration.

import type { SynthesizedStack } from "../../synthesized/stack";
import { dataOfType, type Json, type Resource, resourcesOfType } from "../../synthesized/stack";

/** One attribute of a resource or data source, as an expression names it. */
export interface Reference {
  /** Address without index, such as `data.aws_lb.api`. */
  readonly address: string;
  /** The key of the instance meant, as it is written: `"a"` or `0`; undefined when it is not literal. */
  readonly key: string | undefined;
  readonly type: string;
  readonly name: string;
  readonly isData: boolean;
  /** What follows the name, such as `dns_name`; empty when the whole resource is meant. */
  readonly attribute: string;
}

const TRAVERSAL =
  /(?<![\w.])(data\.)?([a-z][a-z0-9]*_\w+)\.([A-Za-z_][\w-]*)(?:\[([^\]]*)\])?(?:\.([\w.[\]*-]+))?/g;

const LITERAL_KEY = /^\s*("(?:[^"\\$%]|\\.)*"|\d+)\s*$/;

/** Every `${…}` in a text with balanced braces, without the braces. `$${` is an escape. */
export function expressionsIn(text: string): string[] {
  const found: string[] = [];
  for (let start = text.indexOf("${"); start !== -1; start = text.indexOf("${", start)) {
    if (text[start - 1] === "$") {
      start += 2;
      continue;
    }
    const end = closingBrace(text, start + 2);
    found.push(text.slice(start + 2, end));
    start = end;
  }
  return found;
}

// Where the expression that starts at `from` ends.
function closingBrace(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return at;
  }
  return text.length;
}

/** Every reference in a value; lists and objects are searched too. */
export function referencesIn(value: Json | undefined): Reference[] {
  if (typeof value === "string") return expressionsIn(value).flatMap(referencesInExpression);
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value === "object" && value !== null)
    return Object.values(value).flatMap(referencesIn);
  return [];
}

function referencesInExpression(expression: string): Reference[] {
  return [...expression.matchAll(TRAVERSAL)].map(
    ([, data, type = "", name = "", index = "", attribute]) => ({
      address: `${data ?? ""}${type}.${name}`,
      key: LITERAL_KEY.exec(index)?.[1],
      type,
      name,
      isData: data !== undefined,
      attribute: attribute ?? "",
    }),
  );
}

/**
 * The resource or data source that a reference names, when this configuration defines it. Without a
 * known key it may be the only instance of several that a loop may give.
 */
export function lookUp(stack: SynthesizedStack, reference: Reference): Resource | undefined {
  const { isData, type, name, key } = reference;
  const byName = (isData ? stack.data : stack.resource)?.[type] ?? {};
  const exact = [name, `${name}[${key}]`].find((one) => Object.hasOwn(byName, one));
  const instances =
    exact === undefined && key === undefined
      ? Object.keys(byName).filter((one) => one.startsWith(`${name}[`))
      : [];
  const found = instances.length === 1 ? instances[0] : exact;
  const config = found === undefined ? undefined : byName[found];
  if (found === undefined || config === undefined) return undefined;
  return { address: `${isData ? "data." : ""}${type}.${found}`, type, name: found, config };
}

/**
 * The resource of one of the types that a value stands for: the one it refers to, or the one whose
 * `id`, `arn` or `name` it equals (in a plan, where references have become values).
 */
export function resourceOf(
  stack: SynthesizedStack,
  value: Json | undefined,
  types: readonly string[],
): Resource | undefined {
  const reference = referencesIn(value).find(({ type }) => types.includes(type));
  if (reference !== undefined) return lookUp(stack, reference);
  if (typeof value !== "string" || value === "") return undefined;
  return types
    .flatMap((type) => [...resourcesOfType(stack, type), ...dataOfType(stack, type)])
    .find(({ config }) => [config.id, config.arn, config.name, config.bucket].includes(value));
}

/** Whether a value refers to a resource of a type, whether or not the configuration defines it. */
export function refersTo(value: Json | undefined, type: string): boolean {
  return referencesIn(value).some((reference) => reference.type === type);
}
