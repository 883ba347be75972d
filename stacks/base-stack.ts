import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { ShortAddressStack, type StateBackend, useStateBackend } from "../modules";
import type { Settings } from "./settings";

/** Options of a {@link BaseStack}. */
export interface BaseStackOptions {
  /** Where this stack's state lives. */
  readonly state: StateBackend;

  /**
   * Whether every resource that can have tags gets `Project`, `Environment` and `Stack`.
   *
   * @default true
   */
  readonly tags?: boolean;
}

/** What every stack of this project has: versions, provider, tags and a state backend. */
export class BaseStack extends ShortAddressStack {
  // A scope of its own: an output may be called like a resource.
  private readonly outputs: Construct;

  constructor(scope: Construct, id: string, settings: Settings, options: BaseStackOptions) {
    super(scope, id);
    const { environment, project, region } = settings;
    const tags = { Project: project, Environment: environment, Stack: id };
    new AwsProvider(this, "Aws", {
      region,
      ...(options.tags === false ? {} : { defaultTags: [{ tags }] }),
    });
    // A lock file in the state bucket needs 1.10; the bindings would pin one version of the provider.
    this.addOverride("terraform.required_version", ">= 1.10.0");
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: ">= 5.100.0, < 7.0.0",
    });
    useStateBackend(this, options.state);
    this.outputs = new Construct(this, "Outputs");
  }

  /** Defines an output of the stack. */
  protected output(name: string, value: string, description: string): void {
    new TerraformOutput(this.outputs, name, { value, description });
  }
}

/** The state of one stack in one environment. */
export function stateOf(stackId: string, settings: Settings): StateBackend {
  const { environment, project, state } = settings;
  if (state.backend === "cloud") {
    const { hostname, organization, workspacePrefix } = state;
    return {
      backend: "cloud",
      hostname,
      organization,
      workspace: `${workspacePrefix}-${stackId}`,
    };
  }
  if (state.backend === "local") {
    return { backend: "local", file: `terraform.${environment}.${stackId}.tfstate` };
  }
  const { bucket, region } = state;
  const key = `${project}/${environment}/${stackId}.tfstate`;
  return { backend: "s3", bucket, region, key };
}
