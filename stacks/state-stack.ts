import type { Construct } from "constructs";
import { PrivateBucket } from "../modules";
import { BaseStack } from "./base-stack";
import type { Settings } from "./settings";

/**
 * The bucket for the Terraform state of all other stacks and environments.
 *
 * Its own state is a file in the project, since the bucket does not exist before it. It names one
 * bucket and holds no secret; when it is lost, the bucket can be imported again.
 */
export class StateStack extends BaseStack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, stateRegion(settings), {
      state: { backend: "local", file: `terraform.${id}.tfstate` },
    });
    const state = new PrivateBucket(this, "state_bucket", {
      bucketName: stateBucket(settings),
      preventDestroy: true,
      noncurrentDays: 90,
    });
    this.output("state_bucket", state.bucket.id, "Name of the state bucket");
  }
}

function stateBucket({ project, state }: Settings): string {
  return state.backend === "s3" ? state.bucket : `${project}-terraform-state`;
}

function stateRegion(settings: Settings): Settings {
  return settings.state.backend === "s3"
    ? { ...settings, region: settings.state.region }
    : settings;
}
