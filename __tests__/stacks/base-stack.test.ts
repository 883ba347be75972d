import { App, Testing } from "cdktf";
import { BaseStack, stateOf } from "../../stacks/base-stack";
import { readSettings } from "../../stacks/settings";
import type { SynthesizedStack } from "../../synthesized/stack";
import { testSettings } from "../support/settings";

const synth = (env: Record<string, string> = {}, app: App = Testing.app()) => {
  const settings = readSettings(env);
  const stack = new BaseStack(app, "shop", settings, { state: stateOf("shop", settings) });
  stack.prepareStack();
  return stack.toTerraform() as SynthesizedStack;
};

describe("BaseStack", () => {
  it("works with Terraform 1.10 and later, and both majors of the AWS provider", () => {
    expect(synth().terraform).toMatchObject({
      required_version: ">= 1.10.0",
      required_providers: {
        aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 7.0.0" },
      },
    });
  });

  it("keeps its state in S3, encrypted and locked by a file, under a key of stack and environment", () => {
    expect(synth({ ENVIRONMENT: "staging" }).terraform?.backend).toEqual({
      s3: {
        bucket: "one-origin-terraform-state",
        key: "one-origin/staging/shop.tfstate",
        region: "us-east-1",
        encrypt: true,
        use_lockfile: true,
      },
    });
  });

  it("keeps its state in Terraform Cloud when told so", () => {
    const { terraform } = synth({ STATE_BACKEND: "cloud", TF_CLOUD_ORGANIZATION: "acme" });
    expect(terraform?.backend).toBeUndefined();
    expect(terraform?.cloud).toEqual({
      organization: "acme",
      hostname: "app.terraform.io",
      workspaces: { name: "one-origin-dev-shop" },
    });
  });

  it("keeps its state in a file of the project when told so, named relative to the stack", () => {
    const app = new App({ outdir: "cdktf.out" });
    expect(synth({ STATE_BACKEND: "local" }, app).terraform?.backend).toEqual({
      local: { path: "../../../terraform.dev.shop.tfstate" },
    });
  });

  it("tags everything with project, environment and stack, unless told not to", () => {
    expect(synth().provider).toEqual({
      aws: [
        {
          region: "us-east-1",
          default_tags: [{ tags: { Project: "one-origin", Environment: "dev", Stack: "shop" } }],
        },
      ],
    });
    const settings = testSettings();
    const state = { backend: "local", file: "x" } as const;
    const stack = new BaseStack(Testing.app(), "shop", settings, { state, tags: false });
    expect((stack.toTerraform() as SynthesizedStack).provider).toEqual({
      aws: [{ region: "us-east-1" }],
    });
  });
});
