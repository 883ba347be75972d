// The attributes of one resource: what is supplied, what the stack says, what AWS would compute.
import { computedAttributesOf } from "../computed/computed-types";
import { partitionOf } from "../computed/partition";
import type { ComputedAttributes, ResourceView } from "../computed/resource-view";
import { toText, UnresolvedError } from "../expressions/value";
import { blocks, type Json } from "../stack";
import { childrenOf, type Evaluation, lazyChild, namesIn } from "./bind";
import type { Instance } from "./instances";
import { lazyObject, once } from "./lazy";
import { entryOf, suppliedOutputs } from "./names";
import type { Settings } from "./settings";

/** Arguments that tell Terraform how to handle a resource and are no attributes of it. */
export const META_ARGUMENTS: ReadonlySet<string> = new Set([
  "//",
  "connection",
  "count",
  "depends_on",
  "for_each",
  "lifecycle",
  "provider",
  "provisioner",
]);

/** An instance with its attributes. */
export interface ResolvedInstance {
  readonly instance: Instance;
  /** An object whose attributes are computed on demand. */
  readonly attributes: Json;
  readonly view: ResourceView;
  /** Arguments with computed attributes inside their blocks. */
  readonly extended: readonly string[];
}

/** What attributes need besides their instance. */
export interface Surroundings {
  readonly settings: Settings;
  readonly evaluation: Evaluation;
  /** Every managed resource of a type. */
  all(type: string): readonly ResourceView[];
}

/** Gives an instance its attributes. */
export function resolveInstance(instance: Instance, around: Surroundings): ResolvedInstance {
  const { evaluation } = around;
  const { overrides, guard } = evaluation;
  const { address } = instance;
  const computed = computedAttributesOf(address, instance.type);
  const children = once(() => childrenOf(instance.config, instance.scope, address, evaluation));

  const argument = (name: string, path: string): Json => {
    return META_ARGUMENTS.has(name) ? null : lazyChild(children().get(name), path, evaluation);
  };
  const isState = instance.type === "terraform_remote_state";
  const read = (name: string): Json => {
    const path = `${address}.${name}`;
    if (isState && name === "outputs" && overrides.at(path) === undefined) {
      return suppliedOutputs(path, "the state is not read; supply the output with", overrides);
    }
    const given =
      overrides.at(path) ?? withComputed(argument(name, path), name, computed, () => view);
    const compute = Object.hasOwn(computed, name) ? computed[name] : undefined;
    return given ?? (compute === undefined ? null : guard(path, () => compute(view)));
  };
  const names = new Set([
    ...namesIn(instance.config).filter((name) => !META_ARGUMENTS.has(name)),
    ...Object.keys(computed).filter((name) => !name.includes(".")),
    ...overrides.namesBelow(address),
    ...(isState ? ["outputs"] : []),
  ]);
  const attributes = lazyObject(names, read, (name) => {
    throw new UnresolvedError(
      `${address}.${name} is known only after a deployment; supply it with --set ${address}.${name}=VALUE`,
    );
  });
  const view = viewOf(instance, attributes, around);
  const extended = Object.keys(computed).flatMap((name) => name.split(".").slice(0, -1));
  return { instance, attributes, view, extended };
}

/** The argument with the computed attributes inside its blocks. */
function withComputed(
  value: Json,
  name: string,
  computed: ComputedAttributes,
  view: () => ResourceView,
): Json {
  const inside = Object.keys(computed).filter((key) => key.startsWith(`${name}.`));
  if (inside.length === 0 || value === null) return value;
  return blocks(value).map((block) => ({
    ...block,
    ...Object.fromEntries(
      inside.map((key) => [key.slice(name.length + 1), computed[key]?.(view()) ?? null]),
    ),
  }));
}

function viewOf(instance: Instance, attributes: Json, around: Surroundings): ResourceView {
  const { settings, all } = around;
  const region = once(() => settings.regionOf(instance));
  const value = (name: string) => entryOf(attributes, name) ?? undefined;
  return {
    address: instance.address,
    type: instance.type,
    accountId: settings.accountId,
    get region() {
      return region();
    },
    get partition() {
      return partitionOf(region());
    },
    value,
    text: (name) => {
      const found = value(name);
      return found === undefined ? undefined : toText(found);
    },
    all,
  };
}
