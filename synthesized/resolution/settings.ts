// What a resolution knows about the account, and the defaults of what its caller leaves out.
import type { Scope } from "../expressions/evaluate";
import type { StackFiles } from "../expressions/functions/define";
import { bareName } from "../expressions/parse";
import { toText } from "../expressions/value";
import { type Block, blocks, type Json, type SynthesizedStack } from "../stack";
import { type Evaluation, lazyValue } from "./bind";
import type { Instance } from "./instances";

/** What a resolution takes from outside the stack. */
export interface ResolveOptions {
  /**
   * Values for what a stack leaves open: `{ "var.name": …, "data.aws_ssm_parameter.key.value": … }`.
   *
   * A key is `address.attribute`, with dots or brackets for what is inside:
   * `aws_cloudfront_distribution.d.origin[0].domain_name`. A value replaces what the stack says.
   *
   * @default - none
   */
  readonly set?: { readonly [path: string]: Json };
  /** Region of providers that name none. @default "us-east-1" */
  readonly region?: string;
  /** @default "123456789012" */
  readonly accountId?: string;
  /** `terraform.workspace`. @default "default" */
  readonly workspace?: string;
  /** The time of `timestamp()`, in milliseconds since 1970. @default 0 */
  readonly now?: number;
  /** The folder of the stack's JSON. @default - no file: an expression that reads one is unresolved */
  readonly files?: StackFiles;
}

export interface Settings extends Required<Omit<ResolveOptions, "region">> {
  /** The region of a resource: its own, its provider's, or the default. */
  regionOf(instance: Instance): string;
}

const NO_FILES: StackFiles = {
  read: (path) => {
    throw new Error(`no folder to read "${path}" from`);
  },
  list: () => [],
};

export function settingsOf(
  stack: SynthesizedStack,
  options: ResolveOptions,
  evaluation: Evaluation,
): Settings {
  const { region: fallback = "us-east-1" } = options;
  const regions = new Map<string, string>();
  const regionOfBlock = (block: Block | undefined, scope: Scope, path: string) => {
    try {
      const region = lazyValue({ raw: block?.region ?? null, scope }, path, evaluation);
      return region === null ? undefined : toText(region);
    } catch {
      // The provider's region is not known: the default stands in for it.
      return undefined;
    }
  };
  const regionOfProvider = (name: string, scope: Scope) => {
    const known =
      regions.get(name) ??
      regionOfBlock(providerBlock(stack, name), scope, `provider.${name}.region`);
    regions.set(name, known ?? fallback);
    return known ?? fallback;
  };
  return {
    set: options.set ?? {},
    accountId: options.accountId ?? "123456789012",
    workspace: options.workspace ?? "default",
    now: options.now ?? 0,
    files: options.files ?? NO_FILES,
    regionOf: ({ address, config, scope }) =>
      regionOfBlock(config, scope, `${address}.region`) ??
      regionOfProvider(providerName(config.provider), scope),
  };
}

/** `aws`, or `aws.<alias>`. */
function providerName(provider: Json | undefined): string {
  return typeof provider === "string" ? bareName(provider) : "aws";
}

function providerBlock(stack: SynthesizedStack, provider: string): Block | undefined {
  const [name = "aws", alias] = provider.split(".");
  const configurations = blocks(stack.provider?.[name]);
  return (
    configurations.find((one) => one.alias === alias) ?? (alias ? configurations[0] : undefined)
  );
}
