// Turns `terraform show -json <plan>` into the shape of a Terraform JSON configuration.
import { modulePlaces } from "../synthesized/configuration/join-module";
import {
  type Block,
  blocks,
  isBlock,
  type Json,
  type SynthesizedStack,
} from "../synthesized/stack";
import { mergePlanned } from "./plan-value";

/** Whether a document is a plan of `terraform show -json`. */
export function isPlan(document: Block): boolean {
  return typeof document.format_version === "string" && isBlock(document.planned_values);
}

/**
 * One configuration from a plan: what is planned, and references where a value is known only after
 * `apply`, so that the rules serve both.
 *
 * Resources of child modules are named `module_<path>_<name>`; `addressesOf` gives their real ones.
 * Backend and comments are not part of a plan.
 */
export function fromPlan(plan: Block): SynthesizedStack {
  const configuration = isBlock(plan.configuration) ? plan.configuration : {};
  const addresses: Record<string, string> = {};
  const resource: Record<string, Record<string, Block>> = {};
  const data: Record<string, Record<string, Block>> = {};
  const planned = plannedResources(plan);
  const all = new Map(planned.map((one) => [shortAddress(one), one.values]));
  for (const one of planned) {
    const { address, mode, type, name, values, unknown } = one;
    const expressions = configured(configuration, address);
    const target = mode === "data" ? data : resource;
    target[type] ??= {};
    target[type][name] = mergePlanned({
      values,
      unknown,
      expressions,
      prefix: prefixOf(address),
      all,
    });
    if (shortAddress(one) !== address) addresses[shortAddress(one)] = address;
  }
  const stack = { provider: providersOf(configuration), resource, data, "//": { addresses } };
  return stack as SynthesizedStack;
}

/** Whether a configuration was made from a plan, which tells nothing of lifecycle and backend. */
export function isFromPlan(stack: SynthesizedStack): boolean {
  const comment = (stack as unknown as Block)["//"];
  return isBlock(comment) && isBlock(comment.addresses);
}

/** The real addresses by the short ones, where they differ. */
export function addressesOf(stack: SynthesizedStack): Readonly<Record<string, string>> {
  const comment = (stack as unknown as Block)["//"];
  const addresses = isBlock(comment) ? comment.addresses : undefined;
  return isBlock(addresses) ? (addresses as Record<string, string>) : modulePlaces(stack).addresses;
}

/** One resource of a plan. */
interface PlannedResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  /** The name in the configuration, with the module's path and the index joined by `_`. */
  readonly name: string;
  readonly values: Block;
  /** Where values are known only after `apply`: `true` in place of each. */
  readonly unknown: Json;
}

function shortAddress({ mode, type, name }: PlannedResource): string {
  return `${mode === "data" ? "data." : ""}${type}.${name}`;
}

function plannedResources(plan: Block): PlannedResource[] {
  const changes = blocks(plan.resource_changes).filter(
    ({ change }) => isBlock(change) && isBlock(change.after),
  );
  const prior = isBlock(plan.prior_state) ? plan.prior_state.values : undefined;
  const read = modulesOf(isBlock(prior) ? prior.root_module : undefined)
    .flatMap((module) => blocks(module.resources))
    .filter(({ mode }) => mode === "data");
  return [
    ...read.map((resource) => toPlanned(resource, resource.values, {})),
    ...changes.map((resource) => {
      const { after, after_unknown } = resource.change as Block;
      return toPlanned(resource, after, after_unknown ?? {});
    }),
  ];
}

function toPlanned(resource: Block, values: Json | undefined, unknown: Json): PlannedResource {
  const address = String(resource.address);
  const type = String(resource.type);
  const index = resource.index === undefined ? "" : `_${String(resource.index)}`;
  const name = `${prefixOf(address)}${String(resource.name)}${index}`.replace(/[^\w-]/g, "_");
  const mode = String(resource.mode);
  return { address, mode, type, name, values: isBlock(values) ? values : {}, unknown };
}

// What comes before the names of a module's resources: `module_<path>_`, nothing for the root.
function prefixOf(address: string): string {
  const path = /^((?:module\.[^.[]+(?:\[[^\]]*\])?\.)+)/.exec(address)?.[1] ?? "";
  return path.replace(/[^\w-]+/g, "_");
}

// The expressions of a resource in the configuration's tree of modules.
function configured(configuration: Block, address: string): Block {
  const plain = address.replace(/\[[^\]]*\]/g, "");
  const path = [...plain.matchAll(/module\.([\w-]+)\./g)].map(([, name = ""]) => name);
  let module = configuration.root_module;
  for (const name of path) {
    const calls = isBlock(module) ? module.module_calls : undefined;
    const call = isBlock(calls) ? calls[name] : undefined;
    module = isBlock(call) ? call.module : undefined;
  }
  const own = plain.replace(/^(module\.[\w-]+\.)+/, "");
  const found = blocks(isBlock(module) ? module.resources : undefined).find(
    (resource) => resource.address === own,
  );
  const provider = found?.provider_config_key;
  const expressions = isBlock(found?.expressions) ? found.expressions : {};
  return typeof provider === "string" && provider.includes(".")
    ? { ...expressions, provider: { constant_value: provider } }
    : expressions;
}

function modulesOf(module: Json | undefined): Block[] {
  return isBlock(module) ? [module, ...blocks(module.child_modules).flatMap(modulesOf)] : [];
}

function providersOf(configuration: Block): { readonly [name: string]: Block[] } {
  const found = Object.values(
    isBlock(configuration.provider_config) ? configuration.provider_config : {},
  );
  const aws = found.filter(isBlock).filter(({ name }) => name === "aws");
  return {
    aws: aws.map(({ alias, expressions }) => {
      const region =
        isBlock(expressions) && isBlock(expressions.region)
          ? expressions.region.constant_value
          : undefined;
      return {
        ...(alias === undefined ? {} : { alias }),
        ...(region === undefined ? {} : { region }),
      };
    }),
  };
}
