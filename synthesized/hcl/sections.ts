// The blocks at the top of a Terraform configuration, in the order of the HCL that is written.
import type { NestedBlock } from "./body";
import { LIFECYCLE, PROVISIONER, resourceRules, typeRules } from "./resource-rules";

const plain = () => ({});

const BACKEND: NestedBlock = {
  labels: 1,
  // `workspaces` is a block of the backend "remote", `exec` one of "kubernetes".
  rules: () => ({ blocks: { workspaces: { rules: plain }, exec: { rules: plain } } }),
};

/** Every top-level block of Terraform 1.14 and what its body means. */
export const SECTIONS: Readonly<Record<string, NestedBlock>> = {
  terraform: {
    rules: () => ({
      references: ["experiments"],
      blocks: {
        required_providers: { rules: plain },
        backend: BACKEND,
        cloud: { rules: () => ({ blocks: { workspaces: { rules: plain } } }) },
        provider_meta: { labels: 1, rules: plain },
      },
    }),
  },
  provider: { labels: 1, rules: ([name = ""]) => typeRules(`provider.${name}`) },
  variable: {
    labels: 1,
    rules: () => ({
      references: ["type"],
      literals: ["default", "description"],
      blocks: { validation: { rules: plain } },
    }),
  },
  locals: { rules: plain },
  data: { labels: 2, rules: ([type = ""]) => resourceRules(`data.${type}`) },
  ephemeral: { labels: 2, rules: ([type = ""]) => resourceRules(`ephemeral.${type}`) },
  resource: { labels: 2, rules: ([type = ""]) => resourceRules(type) },
  action: {
    labels: 2,
    rules: ([type = ""]) => ({
      references: ["provider"],
      blocks: { config: { rules: () => typeRules(`action.${type}`) } },
    }),
  },
  module: { labels: 1, rules: () => ({ references: ["providers", "depends_on"] }) },
  moved: { rules: () => ({ references: ["from", "to"] }) },
  import: { rules: () => ({ references: ["to", "provider"] }) },
  removed: {
    rules: () => ({
      references: ["from"],
      blocks: {
        lifecycle: { rules: () => LIFECYCLE },
        provisioner: { labels: 1, rules: () => PROVISIONER },
      },
    }),
  },
  check: {
    labels: 1,
    rules: () => ({
      blocks: {
        data: { labels: 2, rules: ([type = ""]) => resourceRules(`data.${type}`) },
        assert: { rules: plain },
      },
    }),
  },
  output: {
    labels: 1,
    rules: () => ({
      references: ["depends_on"],
      literals: ["description"],
      blocks: { precondition: { rules: plain } },
    }),
  },
};
