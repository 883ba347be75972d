import { readState } from "../../../stacks/settings/state";
import type { Environment } from "../../../stacks/settings/variables";

const read = (env: Environment) =>
  readState(env, { region: "eu-west-1", project: "shop", environment: "staging" });

describe("readState", () => {
  it("keeps the state in S3, in the region of everything else", () => {
    expect(read({})).toEqual({
      backend: "s3",
      bucket: "shop-terraform-state",
      region: "eu-west-1",
    });
    expect(read({ STATE_BUCKET: "acme-state", STATE_REGION: "eu-central-1" })).toEqual({
      backend: "s3",
      bucket: "acme-state",
      region: "eu-central-1",
    });
  });

  it("takes Terraform Cloud with an organization and a workspace for each stack", () => {
    const cloud = { STATE_BACKEND: "cloud", TF_CLOUD_ORGANIZATION: "acme" };
    expect(read(cloud)).toEqual({
      backend: "cloud",
      organization: "acme",
      hostname: "app.terraform.io",
      workspacePrefix: "shop-staging",
    });
    const named = { TF_CLOUD_HOSTNAME: "tfe.acme.com", CLOUD_WORKSPACE: "web" };
    expect(read({ ...cloud, ...named })).toMatchObject({
      hostname: "tfe.acme.com",
      workspacePrefix: "web",
    });
  });

  it("takes a file", () => {
    expect(read({ STATE_BACKEND: "local" })).toEqual({ backend: "local" });
  });

  it.each([
    [{ STATE_BACKEND: "gcs" }, /STATE_BACKEND must be s3, cloud or local, got "gcs"; leave it out/],
    [{ STATE_BACKEND: "cloud" }, /TF_CLOUD_ORGANIZATION is not set; set it to the name/],
    [
      { STATE_BACKEND: "cloud", TF_CLOUD_ORGANIZATION: "a", CLOUD_WORKSPACE: "a b" },
      /CLOUD_WORKSPACE must be .*, got "a b"/,
    ],
    [
      { STATE_BACKEND: "cloud", TF_CLOUD_ORGANIZATION: " " },
      /TF_CLOUD_ORGANIZATION must be the name of an organization, .*, got " "/,
    ],
    [
      {
        STATE_BACKEND: "cloud",
        TF_CLOUD_ORGANIZATION: "a",
        TF_CLOUD_HOSTNAME: "https://app.terraform.io",
      },
      /TF_CLOUD_HOSTNAME must be a host name .*, got "https:\/\/app.terraform.io"/,
    ],
    [{ STATE_BUCKET: "My_State" }, /STATE_BUCKET must be 3-63 .*, got "My_State"/],
    [{ STATE_REGION: "Ireland" }, /STATE_REGION must be .*, got "Ireland"/],
  ])("refuses %j", (env, message) => {
    expect(() => read(env)).toThrow(message);
  });
});
