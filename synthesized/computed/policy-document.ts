// Policy documents written as blocks.
import { type Block, blocks, isBlock, type Json } from "../stack";
import type { ResourceView } from "./resource-view";

/**
 * The policy of an `aws_iam_policy_document`: the statements of its sources, then its own, then those
 * that override. One with the `Sid` of an earlier one takes its place.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocument(document: ResourceView): Block {
  const own: Block = {
    Version: document.text("version") ?? "2012-10-17",
    ...optional("Id", document.value("policy_id")),
    Statement: blocks(document.value("statement")).map(statement),
  };
  const documents = (several: string, one: string) =>
    [document.value(one), ...listOf(document.value(several))].flatMap(parsed);
  const all = [
    ...documents("source_policy_documents", "source_json"),
    own,
    ...documents("override_policy_documents", "override_json"),
  ];
  return { ...Object.assign({}, ...all), Statement: mergedStatements(all) };
}

function mergedStatements(documents: readonly Block[]): Block[] {
  const merged: Block[] = [];
  for (const one of documents.flatMap(({ Statement }) => blocks(Statement))) {
    const at = one.Sid ? merged.findIndex(({ Sid }) => Sid === one.Sid) : -1;
    merged.splice(at < 0 ? merged.length : at, 1, one);
  }
  return merged;
}

/** A document in JSON; what is none, as an empty text is, counts for nothing. */
function parsed(text: Json | undefined): Block[] {
  try {
    const value: unknown = JSON.parse(String(text));
    return isBlock(value as Json) ? [value as Block] : [];
  } catch {
    return [];
  }
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

function statement(block: Block): Block {
  return {
    ...optional("Sid", block.sid),
    Effect: block.effect ?? "Allow",
    ...optional("Action", oneOrMany(block.actions)),
    ...optional("NotAction", oneOrMany(block.not_actions)),
    ...optional("Resource", oneOrMany(block.resources)),
    ...optional("NotResource", oneOrMany(block.not_resources)),
    ...optional("Principal", principals(block.principals)),
    ...optional("NotPrincipal", principals(block.not_principals)),
    ...optional("Condition", conditions(block.condition)),
  };
}

function principals(value: Json | undefined): Json | undefined {
  const all = blocks(value);
  if (all.length === 0) return undefined;
  if (all.some((one) => one.type === "*")) return "*";
  return merged(all.map((one) => [String(one.type), one.identifiers]));
}

function conditions(value: Json | undefined): Json | undefined {
  const all = blocks(value);
  if (all.length === 0) return undefined;
  const tests = new Map<string, Block>();
  for (const { test, variable, values } of all) {
    const name = String(test);
    const before = tests.get(name)?.[String(variable)];
    const all = [...listOf(before), ...listOf(values)];
    tests.set(name, { ...tests.get(name), [String(variable)]: all });
  }
  return Object.fromEntries(
    Array.from(tests, ([name, keys]) => [
      name,
      Object.fromEntries(Object.entries(keys).map(([key, all]) => [key, oneOrMany(all) ?? []])),
    ]),
  );
}

function merged(entries: readonly (readonly [string, Json | undefined])[]): Block {
  const lists = new Map<string, Json[]>();
  for (const [name, values] of entries) {
    lists.set(name, [...(lists.get(name) ?? []), ...(Array.isArray(values) ? values : [])]);
  }
  return Object.fromEntries(Array.from(lists, ([name, values]) => [name, oneOrMany(values) ?? []]));
}

/** As IAM writes it: one value stands without a list. */
function oneOrMany(value: Json | undefined): Json | undefined {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

function optional(name: string, value: Json | undefined): Block {
  const isEmpty = value === undefined || value === null || value === "";
  return isEmpty || (Array.isArray(value) && value.length === 0) ? {} : { [name]: value };
}
