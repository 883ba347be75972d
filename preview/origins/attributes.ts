// Reads attributes of resolved blocks; what has another type counts as left out, as Terraform's null does.
import { type Block, isBlock, type Json } from "../../synthesized/stack";

/** A block, or an empty one for anything else. */
export function blockOf(value: Json | undefined): Block {
  return isBlock(value) ? value : {};
}

/** A text attribute; numbers and booleans become text. Empty text counts as left out. */
export function textOf(config: Block, name: string): string | undefined {
  const value = config[name];
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A number attribute, also when it is written as text. */
export function numberOf(config: Block, name: string): number | undefined {
  const value = config[name];
  if (value === null || value === undefined || value === "" || typeof value === "boolean") {
    return undefined;
  }
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

/** A true-or-false attribute, also when it is written as text; false when left out. */
export function flagOf(config: Block, name: string): boolean {
  return config[name] === true || config[name] === "true";
}

/** A list of texts; a single text counts as a list of one. */
export function textsOf(config: Block, name: string): string[] {
  const value = config[name];
  if (typeof value === "string") return value === "" ? [] : [value];
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string")
    : [];
}

/** A map of texts; values of other types become text. */
export function textMapOf(config: Block, name: string): Record<string, string> {
  const value: Json | undefined = config[name];
  if (!isBlock(value)) return {};
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, typeof item === "string" ? item : JSON.stringify(item)]),
  );
}
