// Terraform addresses that a person would have written: `aws_s3_bucket.frontend_bucket`.
import { TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import { shortAddress } from "./private/short-address";

/**
 * A stack whose Terraform addresses are short, readable and independent of the order of definition.
 *
 * The lower-case construct ids on the way from the stack to a resource, joined by `_`, are its name.
 * Ids in PascalCase only tell siblings apart and stay out of the address: an `S3Bucket "Resource"`
 * inside a construct `"frontend_bucket"` is `aws_s3_bucket.frontend_bucket`.
 *
 * @throws when two resources of one type would share an address
 */
export class ShortAddressStack extends TerraformStack {
  // Created on first use: the parent's constructor may already ask for addresses.
  private taken: Map<string, string> | undefined;

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const isElement = TerraformElement.isTerraformElement(element);
    const node = isElement ? element.node : element;
    const name = shortAddress(node.path.split("/").slice(this.node.path.split("/").length));
    // An asset asks by its node; it is told apart from resources of the same name.
    const kind = isElement ? element.constructor.name : "Node";
    this.taken ??= new Map();
    const holder = this.taken.get(`${kind} ${name}`);
    if (holder !== undefined && holder !== node.path) {
      throw new Error(
        `the address "${name}" is taken by ${holder}; give one of the two another lower-case id (at ${node.path})`,
      );
    }
    this.taken.set(`${kind} ${name}`, node.path);
    return name;
  }
}
