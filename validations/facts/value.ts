// What an attribute's value is, as far as one configuration alone can tell.
import { UnresolvedError } from "../../synthesized/expressions/value";
import { type Block, isBlock, type Json, type SynthesizedStack } from "../../synthesized/stack";
import { evaluated } from "./expression";
import { lookUp, referencesIn } from "./reference";

/** Stands for a value that the configuration does not hold: a variable, a computed attribute. */
export const UNKNOWN: unique symbol = Symbol("unknown");
export type Unknown = typeof UNKNOWN;

/** Yes, no, or not decidable. */
export type Truth = boolean | Unknown;

const PLAIN_TRAVERSAL = /^\s*(local\.[\w-]+|(?!local\.)[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)+)\s*$/;
const VARIABLE = /^\s*var\./;
const DEPTH = 8;

/** The value of an attribute: expressions over locals, literal attributes and given variables. */
export function knownValue(
  stack: SynthesizedStack,
  value: Json | undefined,
  depth = DEPTH,
): Json | undefined | Unknown {
  if (depth === 0) return UNKNOWN;
  if (typeof value === "string") return knownText(stack, value, depth);
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => knownValue(stack, item, depth));
    return items.includes(UNKNOWN) ? UNKNOWN : (items as Json[]);
  }
  return value ?? undefined;
}

function knownText(stack: SynthesizedStack, text: string, depth: number) {
  if (text.includes("TfToken[")) return UNKNOWN;
  const plain = text.replaceAll("$${", "").replaceAll("%%{", "");
  if (!plain.includes("${") && !plain.includes("%{")) {
    return text.replaceAll("$${", "${").replaceAll("%%{", "%{");
  }
  const whole = /^\$\{([^{}"]*)\}$/.exec(text)?.[1];
  if (whole !== undefined && PLAIN_TRAVERSAL.test(whole) && !VARIABLE.test(whole)) {
    return knownTraversal(stack, whole, depth);
  }
  return knownExpression(stack, text, depth);
}

function knownExpression(stack: SynthesizedStack, text: string, depth: number) {
  try {
    return evaluated(stack, text, knownIn(stack, depth - 1)) ?? undefined;
  } catch {
    return UNKNOWN;
  }
}

/** {@link knownValue} of a text, which throws when it is not known. */
export function knownIn(stack: SynthesizedStack, depth = DEPTH): (text: string) => Json {
  return (text) => {
    const known = knownValue(stack, text, depth);
    if (known === UNKNOWN) throw new UnresolvedError(`${text} is not known`);
    return known ?? null;
  };
}

function knownTraversal(stack: SynthesizedStack, expression: string, depth: number) {
  const local = /^\s*local\.([\w-]+)\s*$/.exec(expression)?.[1];
  if (local !== undefined) {
    const value = stack.locals?.[local];
    return value === undefined ? UNKNOWN : knownValue(stack, value, depth - 1);
  }
  const [reference] = referencesIn(`\${${expression}}`);
  if (reference === undefined) return UNKNOWN;
  const value = lookUp(stack, reference)?.config[reference.attribute];
  return value === undefined || value === null ? UNKNOWN : knownValue(stack, value, depth - 1);
}

/** A text; absent, `null` and empty are one, as Terraform's providers treat them. */
export function textOf(
  stack: SynthesizedStack,
  value: Json | undefined,
): string | undefined | Unknown {
  const known = knownValue(stack, value);
  if (known === UNKNOWN) return UNKNOWN;
  if (typeof known === "number" || typeof known === "boolean") return String(known);
  return typeof known === "string" && known !== "" ? known : undefined;
}

/** A number, also one written as text. */
export function numberOf(
  stack: SynthesizedStack,
  value: Json | undefined,
): number | undefined | Unknown {
  const known = textOf(stack, value);
  if (known === UNKNOWN || known === undefined) return known;
  return Number.isFinite(Number(known)) ? Number(known) : UNKNOWN;
}

/** A boolean, also one written as text. */
export function flagOf(
  stack: SynthesizedStack,
  value: Json | undefined,
): boolean | undefined | Unknown {
  const known = textOf(stack, value);
  return known === UNKNOWN || known === undefined ? known : known === "true";
}

/** A list of texts; absent is empty. */
export function textsOf(stack: SynthesizedStack, value: Json | undefined): string[] | Unknown {
  const known = knownValue(stack, value);
  if (known === UNKNOWN) return UNKNOWN;
  if (Array.isArray(known)) return known.map(String);
  return known === undefined ? [] : [String(known)];
}

/** Whether nested blocks of a kind come from an expression, so that the JSON does not list them all. */
export function isDynamic(config: Block, kind: string): boolean {
  const dynamic = config.dynamic;
  const generated = Array.isArray(dynamic)
    ? dynamic.some((entry) => isBlock(entry) && kind in entry)
    : isBlock(dynamic) && kind in dynamic;
  return generated || typeof config[kind] === "string";
}

/** How a value that is not known reads in a message. */
export function shown(name: string, value: Json | undefined): string {
  return `${name} is ${JSON.stringify(value)}`;
}
