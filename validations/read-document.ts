// Recognizes what a file may hold for the lint: a configuration or a plan.
import { notJson, withoutByteOrderMark } from "../synthesized/not-json";
import {
  type Block,
  blocks,
  isBlock,
  type Json,
  type SynthesizedStack,
} from "../synthesized/stack";
import { fromPlan, isPlan } from "./plan";

const KEYS = [
  "terraform",
  "provider",
  "resource",
  "data",
  "output",
  "variable",
  "locals",
  "module",
];

/**
 * Reads the text of `cdk.tf.json`, of any `*.tf.json` or of `terraform show -json <plan>`.
 *
 * @throws when it is no JSON, or JSON of something else; the message says which
 */
export function readDocument(text: string): SynthesizedStack {
  const document = parse(text);
  if (!isBlock(document)) throw new Error(`is no Terraform JSON: it holds ${kindOf(document)}`);
  if (isPlan(document)) return fromPlan(document);
  if ("format_version" in document) {
    throw new Error("is no plan; write one with `terraform show -json <plan file>`");
  }
  return readBlocks(document);
}

/**
 * A configuration with its blocks by type and name; Terraform also takes lists at each level.
 *
 * @throws when the value is no configuration
 */
export function readBlocks(document: Block): SynthesizedStack {
  if (!KEYS.some((key) => key in document)) {
    throw new Error(`is no Terraform JSON: it has none of ${KEYS.join(", ")}`);
  }
  const given = Object.entries(document).filter(([, value]) => value !== null);
  const joined = given.map(([key, value]) => {
    if (key === "resource" || key === "data") return [key, byTypeAndName(key, value)];
    if (key === "//" || key === "provider" || !KEYS.includes(key)) return [key, value];
    return [key, join(key, value)];
  });
  return Object.fromEntries(joined) as SynthesizedStack;
}

function byTypeAndName(kind: string, value: Json): Json {
  const types = Object.entries(join(kind, value)).filter(([type]) => type !== "//");
  const named = types.map(([type, names]) => {
    const place = `${kind}.${type}`;
    const joined = Object.entries(join(place, names)).filter(([name]) => name !== "//");
    return [
      type,
      Object.fromEntries(joined.map(([name, block]) => [name, join(`${place}.${name}`, block)])),
    ];
  });
  return Object.fromEntries(named) as Json;
}

function join(place: string, value: Json): Block {
  if (isBlock(value)) return value;
  const parts = blocks(value);
  if (!Array.isArray(value) || parts.length < value.length) {
    throw new Error(`is no Terraform JSON: "${place}" is ${kindOf(value)}`);
  }
  const keys = parts.flatMap((part) => Object.keys(part));
  const merged = [...new Set(keys)].map((key) => {
    const values = parts.map((part) => part[key]).filter((one) => one !== undefined);
    return [key, values.length === 1 ? values[0] : values.flat()];
  });
  return Object.fromEntries(merged) as Block;
}

function parse(text: string): Json {
  try {
    return JSON.parse(withoutByteOrderMark(text)) as Json;
  } catch (error) {
    const plan = ", or lint a plan: terraform show -json plan.out > plan.json";
    throw new Error(`is no JSON: ${notJson(text, error, plan)}`);
  }
}

function kindOf(value: Json): string {
  if (Array.isArray(value)) return value.every(isBlock) ? "an empty list" : "a list";
  return value === null ? "null" : `a ${typeof value}`;
}
