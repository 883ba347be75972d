// Where Terraform keeps its state.
import { bucket } from "./bucket";
import { choice, type Environment, REGION, text } from "./variables";

/** Where Terraform keeps its state. */
export type StateSettings =
  | {
      readonly backend: "s3";
      /** Name of the state bucket, which the stack `state` creates. */
      readonly bucket: string;
      /** Region of the state bucket. */
      readonly region: string;
    }
  | {
      readonly backend: "cloud";
      readonly organization: string;
      readonly hostname: string;
      /** Each stack's workspace is this, a hyphen and the stack's id. */
      readonly workspacePrefix: string;
    }
  | { readonly backend: "local" };

/** Reads `STATE_BACKEND` and what it needs. */
export function readState(
  env: Environment,
  names: { readonly region: string; readonly project: string; readonly environment: string },
): StateSettings {
  const { environment, project, region } = names;
  const backend = choice(env, "STATE_BACKEND", ["s3", "cloud", "local"], "s3");
  if (backend === "local") return { backend };
  if (backend === "s3") {
    return {
      backend,
      bucket: bucket(env, "STATE_BUCKET", `${project}-terraform-state`),
      region: text(env, "STATE_REGION", region, REGION),
    };
  }
  if (!env.TF_CLOUD_ORGANIZATION) {
    throw new Error(
      "STATE_BACKEND is cloud, but TF_CLOUD_ORGANIZATION is not set; set it to the name of your Terraform Cloud organization",
    );
  }
  return {
    backend,
    organization: text(env, "TF_CLOUD_ORGANIZATION", "", {
      pattern: /^[A-Za-z0-9_-]+$/,
      words: "must be the name of an organization, of letters, digits, hyphens or underscores",
    }),
    hostname: text(env, "TF_CLOUD_HOSTNAME", "app.terraform.io", {
      pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d+)?$/,
      words: "must be a host name in lower case, without scheme and path",
    }),
    workspacePrefix: text(env, "CLOUD_WORKSPACE", `${project}-${environment}`, {
      pattern: /^[A-Za-z0-9_-]{1,70}$/,
      words: "must be 1-70 letters, digits, hyphens or underscores",
    }),
  };
}
