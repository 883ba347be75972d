// What a computed attribute may know about its resource and the stack around it.
import type { Json } from "../stack";

/** One resource or data source, seen by the functions that compute its attributes. */
export interface ResourceView {
  readonly address: string;
  readonly type: string;
  /** The region of its provider. */
  readonly region: string;
  readonly accountId: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** The value of an argument or a computed attribute; undefined when there is none or it is null. */
  value(attribute: string): Json | undefined;
  /** Like `value`, as text; undefined when there is none. */
  text(attribute: string): string | undefined;
  /** Every managed resource of a type in the stack. */
  all(type: string): readonly ResourceView[];
}

/** The computed attributes of one type; `block.attribute` is one inside the blocks of an argument. */
export type ComputedAttributes = {
  readonly [attribute: string]: (resource: ResourceView) => Json;
};

/** Computed attributes by type; data sources under `data.<type>`. */
export type ComputedTypes = { readonly [type: string]: ComputedAttributes };

/** Takes over the text of another attribute; `""` when it has none. */
export function textOf(attribute: string): (resource: ResourceView) => string {
  return (resource) => resource.text(attribute) ?? "";
}
