import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Distribution, HostOrigin, type OperationsProps } from "../../modules";
import type { SynthesizedStack } from "../../synthesized/stack";
import { synthesize } from "./synth";

/** A distribution outside of us-east-1 with some operations. */
export function withOperations(operations: OperationsProps, name: string): SynthesizedStack {
  return synthesize((scope) => {
    new AwsProvider(scope, "Aws", { region: "eu-west-1" });
    new Distribution(scope, "distribution", {
      name,
      origins: { web: new HostOrigin({ domainName: "web.example.com" }) },
      defaultBehavior: { targetOriginId: "web" },
      operations,
    });
  });
}
