// Blocks with labels, such as `resource "aws_s3_bucket" "site"`, in Terraform's JSON.
import { type Block, isBlock, type Json } from "../stack";

/** One block and the labels it stands under. */
export interface LabelledBlock {
  readonly labels: readonly string[];
  readonly body: Block;
}

/**
 * The blocks in a JSON value. At each level Terraform takes one object or a list of objects; `null`
 * is no block.
 *
 * @param where for the error message: `resource.aws_s3_bucket`
 * @throws when something else stands where a block belongs
 */
export function labelledBlocks(value: Json, labels: number, where: string): LabelledBlock[] {
  return objects(value, where).flatMap((object): LabelledBlock[] => {
    if (labels === 0) return [{ labels: [], body: object }];
    return Object.entries(object)
      .filter(([label]) => label !== "//")
      .flatMap(([label, inner]) =>
        labelledBlocks(inner, labels - 1, `${where}.${label}`).map((block) => ({
          labels: [label, ...block.labels],
          body: block.body,
        })),
      );
  });
}

function objects(value: Json, where: string): Block[] {
  if (value === null) return [];
  return [value].flat().map((item) => {
    if (isBlock(item)) return item;
    throw new Error(`${where} must be an object or a list of objects, got ${JSON.stringify(item)}`);
  });
}
