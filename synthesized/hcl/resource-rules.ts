// What stands in resources and data sources besides the arguments of their type.
import { isNestedBlock } from "./block-rule";
import type { BodyRules } from "./body";

const CHECKS: BodyRules["blocks"] = {
  precondition: { rules: () => ({}) },
  postcondition: { rules: () => ({}) },
};

/** The rules of a `lifecycle` block. */
export const LIFECYCLE: BodyRules = {
  references: ["ignore_changes", "replace_triggered_by"],
  blocks: {
    ...CHECKS,
    action_trigger: { rules: () => ({ references: ["events", "actions"] }) },
  },
};

const CONNECTION = { rules: (): BodyRules => ({}) };

/** The rules of a `provisioner` block. */
export const PROVISIONER: BodyRules = {
  references: ["when", "on_failure"],
  blocks: { connection: CONNECTION },
};

/**
 * The rules of a resource's, data source's or provider's body.
 *
 * @param path `aws_s3_bucket`, `data.aws_lb`, `provider.aws`
 */
export function resourceRules(path: string): BodyRules {
  const inner = typeRules(path);
  return {
    ...inner,
    references: ["provider", "depends_on"],
    blocks: {
      ...inner.blocks,
      lifecycle: { rules: () => LIFECYCLE },
      provisioner: { labels: 1, rules: () => PROVISIONER },
      connection: CONNECTION,
    },
  };
}

/** The rules of the blocks that a type defines, at any depth. */
export function typeRules(path: string): BodyRules {
  const nestedRules = (name: string) => typeRules(`${path}.${name}`);
  return {
    isNested: (name, value) => isNestedBlock(path, name, value),
    nestedRules,
    blocks: {
      dynamic: {
        labels: 1,
        rules: ([name = ""]) => ({
          references: ["iterator"],
          blocks: { content: { rules: () => nestedRules(name) } },
        }),
      },
    },
  };
}
