import { Testing } from "cdktf";
import { StateStack } from "../../stacks/state-stack";
import type { SynthesizedStack } from "../../synthesized/stack";
import { sampleStack, withoutFiles } from "../support/sample-stack";
import { testSettings } from "../support/settings";
import { addresses, resource } from "../support/synth";

const synth = (changes = {}) =>
  JSON.parse(
    Testing.synth(new StateStack(Testing.app(), "state", testSettings(changes))),
  ) as SynthesizedStack;

describe("StateStack", () => {
  it("synthesizes the state bucket", () => {
    expect(withoutFiles(sampleStack("state"))).toMatchSnapshot();
  });

  it("keeps its addresses, which are a contract with every state there is", () => {
    expect(addresses(synth())).toEqual([
      "aws_s3_bucket.state_bucket",
      "aws_s3_bucket_lifecycle_configuration.state_bucket",
      "aws_s3_bucket_ownership_controls.state_bucket",
      "aws_s3_bucket_policy.state_bucket",
      "aws_s3_bucket_public_access_block.state_bucket",
      "aws_s3_bucket_server_side_encryption_configuration.state_bucket",
      "aws_s3_bucket_versioning.state_bucket",
    ]);
  });

  it("refuses to be destroyed", () => {
    expect(resource(synth(), "aws_s3_bucket.state_bucket")).toEqual({
      bucket: "one-origin-terraform-state",
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
  });

  it("lives where the settings say", () => {
    const state = { backend: "s3", bucket: "acme-state", region: "eu-central-1" };
    const stack = synth({ state });
    expect(resource(stack, "aws_s3_bucket.state_bucket").bucket).toBe("acme-state");
    expect(stack.provider).toMatchObject({ aws: [{ region: "eu-central-1" }] });
  });
});
