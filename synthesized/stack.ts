// The part of Terraform's JSON configuration that this project reads, whoever wrote it.

/** Any JSON value. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One Terraform block: attributes and nested blocks by name. */
export type Block = { readonly [key: string]: Json };

/** Blocks of one kind: by type, then by name. */
export type BlocksByType = { readonly [type: string]: { readonly [name: string]: Block } };

/**
 * A Terraform JSON configuration, such as `cdk.tf.json`.
 *
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export interface SynthesizedStack {
  readonly terraform?: Block;
  readonly provider?: { readonly [name: string]: Block | readonly Block[] };
  readonly resource?: BlocksByType;
  readonly data?: BlocksByType;
  readonly output?: { readonly [name: string]: Block };
  readonly variable?: { readonly [name: string]: Block };
  readonly locals?: Block;
}

/** A resource or data source with its Terraform address. */
export interface Resource {
  /** `aws_s3_bucket.site`, or `data.aws_lb.api` for a data source. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly config: Block;
}

/** Every managed resource of a type, in the order of the JSON. */
export function resourcesOfType(stack: SynthesizedStack, type: string): Resource[] {
  return Object.entries(stack.resource?.[type] ?? {}).map(([name, config]) => ({
    address: `${type}.${name}`,
    type,
    name,
    config,
  }));
}

/** Every managed resource, in the order of the JSON. */
export function allResources(stack: SynthesizedStack): Resource[] {
  return Object.keys(stack.resource ?? {}).flatMap((type) => resourcesOfType(stack, type));
}

/** Every data source of a type, in the order of the JSON. */
export function dataOfType(stack: SynthesizedStack, type: string): Resource[] {
  return Object.entries(stack.data?.[type] ?? {}).map(([name, config]) => ({
    address: `data.${type}.${name}`,
    type,
    name,
    config,
  }));
}

/** Whether a JSON value is an object, and so may be a block. */
export function isBlock(value: Json | undefined): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The nested blocks of one kind, as a list. Terraform's JSON allows a single block as an object
 * and several as a list; what is neither is no block.
 */
export function blocks(value: Json | undefined): Block[] {
  if (Array.isArray(value)) return value.filter(isBlock);
  return isBlock(value) ? [value] : [];
}
