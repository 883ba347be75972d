// Checks of the objects that a function passes on.
import { InvalidResult } from "./invalid-result";

/** What a function wrote, by name. */
export type Properties = Readonly<Record<string, unknown>>;

/** An object that a function wrote. */
export function propertiesOf(what: string, value: unknown): Properties {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Properties;
  throw new InvalidResult(`${what} takes an object, got ${JSON.stringify(value)}`);
}

/** Refuses an object that lacks one of the properties. */
export function requireAll(what: string, properties: Properties, names: readonly string[]): void {
  const missing = names.find((name) => properties[name] === undefined);
  if (missing !== undefined) throw new InvalidResult(`${what} must have ${missing}`);
}

/** A property that is true or false. */
export function flagOf(what: string, properties: Properties, name: string): boolean {
  requireAll(what, properties, [name]);
  const value = properties[name];
  if (typeof value === "boolean") return value;
  throw new InvalidResult(`${what}'s ${name} must be true or false, got ${JSON.stringify(value)}`);
}

/** One of some words. */
export function wordOf<Word extends string>(
  what: string,
  value: unknown,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw new InvalidResult(`${what} must be ${words.join(" or ")}, got ${JSON.stringify(value)}`);
}
