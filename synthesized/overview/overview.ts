// What a configuration would create, as data: the part that `npm start` shows.
import type { Block, BlocksByType, Json, SynthesizedStack } from "../stack";
import { blocks, resourcesOfType } from "../stack";
import { type BehaviorOverview, behaviorOverview } from "./behavior";
import { type OriginOverview, originOverview } from "./origin";
import { text } from "./text";

/** How many there are of one type. */
export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

/** One distribution. */
export interface DistributionOverview {
  readonly address: string;
  /** Alternate domain names. */
  readonly aliases: readonly string[];
  readonly origins: readonly OriginOverview[];
  /** In the order in which CloudFront tries them; the default behavior is the last. */
  readonly behaviors: readonly BehaviorOverview[];
}

/** An output and what it will hold. */
interface OutputOverview {
  readonly name: string;
  readonly value: string;
  readonly description: string;
}

/** What one configuration would create. */
export interface Overview {
  readonly resources: readonly TypeCount[];
  readonly dataSources: readonly TypeCount[];
  readonly distributions: readonly DistributionOverview[];
  readonly outputs: readonly OutputOverview[];
  /** Where Terraform keeps the state: `s3 bucket my-state, key app/dev.tfstate`. */
  readonly state: string;
}

/** What a configuration would create. Expressions stay as written, without `${…}`. */
export function overview(stack: SynthesizedStack): Overview {
  return {
    resources: countTypes(stack.resource),
    dataSources: countTypes(stack.data),
    distributions: resourcesOfType(stack, "aws_cloudfront_distribution").map(
      ({ address, config }) => ({
        address,
        aliases: list(config.aliases).map(text),
        origins: blocks(config.origin).map(originOverview),
        behaviors: [
          ...blocks(config.ordered_cache_behavior),
          ...blocks(config.default_cache_behavior),
        ].map((behavior) => behaviorOverview(behavior, stack)),
      }),
    ),
    outputs: Object.entries(stack.output ?? {}).map(
      ([name, { value, description, sensitive }]) => ({
        name,
        value: sensitive === true ? "(sensitive)" : text(value ?? null),
        description: text(description ?? ""),
      }),
    ),
    state: stateBackend(stack.terraform),
  };
}

function countTypes(section: BlocksByType | undefined): TypeCount[] {
  return Object.entries(section ?? {}).map(([type, byName]) => ({
    type,
    count: Object.keys(byName).length,
  }));
}

function stateBackend(terraform: Block | undefined): string {
  const [cloud] = blocks(terraform?.cloud);
  if (cloud !== undefined) {
    const [workspaces] = blocks(cloud.workspaces);
    const named = workspaces?.name ?? workspaces?.project ?? workspaces?.tags ?? null;
    return `Terraform Cloud organization ${text(cloud.organization ?? null)}, workspace ${text(named)}`;
  }
  const [backend] = blocks(terraform?.backend);
  const [kind, config] = Object.entries(backend ?? {})[0] ?? ["local", {}];
  const [settings = {}] = blocks(config);
  if (kind === "s3")
    return `S3 bucket ${text(settings.bucket ?? null)}, key ${text(settings.key ?? null)}`;
  if (kind === "local") return `local file ${text(settings.path ?? "terraform.tfstate")}`;
  return kind;
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}
