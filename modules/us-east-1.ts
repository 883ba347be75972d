import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/**
 * The provider for what CloudFront wants in us-east-1, whatever the stack's region: certificates,
 * web ACLs, log deliveries and alarms. One in a stack, with the alias `us_east_1`.
 */
export function usEast1(scope: Construct): AwsProvider {
  const stack = TerraformStack.of(scope);
  const known = stack.node.tryFindChild("UsEast1") as AwsProvider | undefined;
  if (known !== undefined) return known;
  const main = stack.node
    .findAll()
    .find((node): node is AwsProvider => node instanceof AwsProvider);
  return new AwsProvider(stack, "UsEast1", {
    alias: "us_east_1",
    region: "us-east-1",
    defaultTags: main?.defaultTagsInput,
  });
}
