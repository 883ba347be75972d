import { CloudfrontFunction } from "@cdktf/provider-aws/lib/cloudfront-function";
import { Construct } from "constructs";
import { type EdgeEvent, type EdgeStep, edgeCode } from "./private/edge-code";
import { withinLimit } from "./private/name-limit";
import { literal } from "./private/terraform-text";

/** Properties for an {@link EdgeFunction}. */
export interface EdgeFunctionProps {
  /** Unique in the account; at most 64 letters, digits, hyphens and underscores. */
  readonly functionName: string;

  /** When it runs. */
  readonly event: EdgeEvent;

  /** What happens to each request or response, in order. */
  readonly steps: readonly EdgeStep[];
}

/**
 * One CloudFront function made of several steps, published at once.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html
 */
export class EdgeFunction extends Construct {
  readonly function: CloudfrontFunction;

  constructor(scope: Construct, id: string, { event, functionName, steps }: EdgeFunctionProps) {
    super(scope, id);
    if (!/^[A-Za-z0-9_-]+$/.test(functionName)) {
      throw new Error(
        `functionName must be letters, digits, hyphens or underscores, got "${functionName}" (at ${this.node.path})`,
      );
    }
    this.function = new CloudfrontFunction(this, "Resource", {
      name: withinLimit("CloudFront function", functionName, this.node.path),
      runtime: "cloudfront-js-2.0",
      comment: steps.map(({ name }) => name).join(", "),
      publish: true,
      code: literal(edgeCode(event, steps)),
      // CloudFront refuses to delete a function that a distribution still uses.
      lifecycle: { createBeforeDestroy: true },
    });
  }
}
