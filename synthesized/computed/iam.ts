// Roles, policies and policy documents.
import { globalArn } from "./arn";
import { policyDocument } from "./policy-document";
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
