// Reads typed values out of a resolved block, and says what is wrong with one that does not fit.
import { type Block, blocks, isBlock, type Json } from "../../synthesized/stack";

/** A block with its place in the stack: the reader of its attributes. */
export interface Fields {
  /** `aws_cloudfront_distribution.d.origin.0`, as `--set` takes it. */
  readonly path: string;
  /** Text that must be there. @throws when it is missing or unresolved */
  text(name: string): string;
  /** Text, or undefined when it is missing or `""`. */
  optionalText(name: string): string | undefined;
  /** Text that only people read: as it stands there, known or not. */
  label(name: string): string;
  /** One of some words; `fallback` when it is missing. */
  word<W extends string>(name: string, words: readonly W[], fallback?: W): W;
  number(name: string): number | undefined;
  flag(name: string): boolean;
  /** A list of texts; empty when it is missing. */
  texts(name: string): readonly string[];
  /** Nested blocks, written as an object or a list. */
  blocks(name: string): readonly Fields[];
  /** The first nested block of a kind that may be there once. */
  block(name: string): Fields | undefined;
}

/** The reader of a block. */
export function fieldsOf(block: Block, path: string): Fields {
  const fail = (name: string, wanted: string): never => {
    throw new Error(problem(`${path}.${name}`, wanted, block[name]));
  };
  const optionalText = (name: string) => {
    const value = block[name] ?? "";
    if (typeof value === "object") return fail(name, "text");
    const text = String(value);
    return isUnresolved(text)
      ? fail(name, "a value that is known before the deployment")
      : text || undefined;
  };
  const nested = (name: string) =>
    blocks(block[name]).map((one, index) =>
      fieldsOf(one, isBlock(block[name]) ? `${path}.${name}` : `${path}.${name}.${index}`),
    );

  return {
    path,
    optionalText,
    text: (name) => optionalText(name) ?? fail(name, "text"),
    label: (name) => String(block[name] ?? path),
    word: (name, words, fallback) => {
      const text = optionalText(name) ?? fallback;
      const found = words.find((word) => word === text);
      return found ?? fail(name, `one of ${words.join(", ")}`);
    },
    number: (name) => {
      const text = optionalText(name);
      if (text === undefined) return undefined;
      return Number.isFinite(Number(text)) ? Number(text) : fail(name, "a number");
    },
    flag: (name) => optionalText(name) === "true",
    texts: (name) => {
      const value = block[name] ?? [];
      if (!Array.isArray(value)) return fail(name, "a list");
      return value.map((item: Json) => {
        const isText = typeof item !== "object" && !isUnresolved(String(item));
        return isText ? String(item) : fail(name, "a list of texts that are known");
      });
    },
    blocks: nested,
    block: (name) => nested(name)[0],
  };
}

/** An expression that had no value stays in the resolved stack as it was. */
function isUnresolved(text: string): boolean {
  return /\$\{.*\}/s.test(text);
}

function problem(path: string, wanted: string, value: Json | undefined): string {
  const found = value === undefined || value === null ? "nothing" : JSON.stringify(value);
  return `${path} needs ${wanted}, got ${found}; set it in the stack or with --set ${path}=VALUE`;
}
