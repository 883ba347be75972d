// Roles, policies and policy documents.
import { type Block, blocks, type Json } from "../stack";
import { globalArn } from "./arn";
import { type ComputedTypes, type ResourceView, textOf } from "./resource-view";
import { stableHex, stableId } from "./stable-id";

const named = ({ address, text }: Pick<ResourceView, "address" | "text">) =>
  `${text("name_prefix") ?? "terraform-"}${stableHex(address, 26)}`;
const pathOf = (one: ResourceView) => one.text("path") ?? "/";
const uniqueId = (first: string) => (one: ResourceView) =>
  `${first}${stableId(one.address, 17).toUpperCase()}`;

export const iamTypes: ComputedTypes = {
  aws_iam_role: {
    id: textOf("name"),
    arn: (role) => globalArn(role, "iam", `role${pathOf(role)}${role.text("name")}`),
    name: named,
    unique_id: uniqueId("AROA"),
  },
  aws_iam_policy: {
    id: textOf("arn"),
    arn: (policy) => globalArn(policy, "iam", `policy${pathOf(policy)}${policy.text("name")}`),
    name: named,
    policy_id: uniqueId("ANPA"),
  },
  aws_iam_role_policy: {
    id: (policy) => `${policy.text("role")}:${policy.text("name")}`,
    name: named,
  },
  aws_iam_role_policy_attachment: {
    id: (one) => `${one.text("role")}-${stableHex(one.address, 26)}`,
  },
  aws_iam_instance_profile: {
    id: textOf("name"),
    arn: (one) => globalArn(one, "iam", `instance-profile${pathOf(one)}${one.text("name")}`),
    name: named,
  },
  "data.aws_iam_role": {
    id: textOf("name"),
    arn: (role) => globalArn(role, "iam", `role/${role.text("name")}`),
  },
  "data.aws_iam_policy": {
    id: textOf("arn"),
    arn: (policy) => `arn:${policy.partition}:iam::aws:policy/${policy.text("name")}`,
  },
  "data.aws_iam_policy_document": {
    id: ({ address }) => stableHex(address, 10),
    json: (document) => JSON.stringify(policyDocument(document), null, 2),
    minified_json: (document) => JSON.stringify(policyDocument(document)),
  },
};

function policyDocument(document: ResourceView): Block {
  return {
    Version: document.text("version") ?? "2012-10-17",
    ...optional("Id", document.value("policy_id")),
    Statement: blocks(document.value("statement")).map(statement),
  };
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
    tests.set(name, { ...tests.get(name), [String(variable)]: oneOrMany(values) ?? [] });
  }
  return Object.fromEntries(tests);
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
