// Which provider of the calling configuration a module's resources use.
import { bareName } from "../expressions/parse";
import { type Block, blocks, isBlock, type Json, type SynthesizedStack } from "../stack";

/** The providers of one module. */
export interface ModuleProviders {
  /** Configurations that the module has itself, under aliases of their own. */
  readonly own: Block;
  /** A resource or data source of the module with the provider that it has outside. */
  assign(type: string, block: Block): Block;
  /** A call inside the module with the providers that it hands on. */
  pass(call: Block): Block;
}

/**
 * What `providers` of the call says, then what the module configures itself, then the same name.
 *
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/providers
 */
export function providersOf(
  module: SynthesizedStack,
  call: Block,
  prefix: string,
): ModuleProviders {
  const given = namesIn(call.providers);
  const configured = Object.entries(module.provider ?? {}).flatMap(([type, configurations]) =>
    blocks(configurations as Json).map((block) => ({ type, block })),
  );
  const own = configured.filter((one) => !given.has(localName(one)));
  const aliasOf = ({ block }: { readonly block: Block }) => `${prefix}${block.alias ?? "default"}`;
  const names = new Map([
    ...own.map((one) => [localName(one), `${one.type}.${aliasOf(one)}`] as const),
    ...given,
  ]);
  const outside = (name: string) => names.get(name) ?? name;
  const defaults = [...names].filter(([name]) => !name.includes("."));
  return {
    own: Object.fromEntries(
      [...new Set(own.map(({ type }) => type))].map((type) => [
        type,
        own
          .filter((one) => one.type === type)
          .map((one) => ({ ...one.block, alias: aliasOf(one) })),
      ]),
    ),
    assign: (type, block) => {
      const name = typeof block.provider === "string" ? bareName(block.provider) : typeName(type);
      return names.has(name) ? { ...block, provider: outside(name) } : block;
    },
    pass: (inner) => ({
      ...inner,
      providers: Object.fromEntries([
        ...defaults,
        ...[...namesIn(inner.providers)].map(([name, mine]) => [name, outside(mine)]),
      ]),
    }),
  };
}

function localName({ type, block }: { readonly type: string; readonly block: Block }): string {
  return typeof block.alias === "string" ? `${type}.${block.alias}` : type;
}

/** `aws` of `aws_s3_bucket`. */
function typeName(type: string): string {
  return type.split("_", 1)[0] ?? type;
}

function namesIn(providers: Json | undefined): Map<string, string> {
  const entries = isBlock(providers) ? Object.entries(providers) : [];
  return new Map(entries.map(([name, value]) => [name, bareName(String(value))]));
}
