import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Testing } from "cdktf";
import { type AcceptedFinding, ShortAddressStack, suppressFindings } from "../../modules";
import type { SynthesizedStack } from "../../synthesized/stack";

/** What stands below `//`, which `Testing.synth` would leave out. */
const comment = (findings: readonly AcceptedFinding[]) => {
  const stack = new ShortAddressStack(Testing.app(), "test");
  suppressFindings(new S3Bucket(stack, "site"), findings);
  return (stack.toTerraform() as SynthesizedStack).resource?.aws_s3_bucket?.site?.["//"];
};

describe("suppressFindings", () => {
  it("writes what is accepted, and why, where Terraform does not look", () => {
    // `Required` makes the compiler ask for each prop that is added later.
    const finding: Required<AcceptedFinding> = {
      id: "no-public-bucket",
      part: 'rule "a"',
      reason: "a test",
    };
    expect(comment([finding])).toMatchObject({ lint: { suppress: [finding] } });
  });

  it("keeps what else is written there", () => {
    expect(comment([{ id: "a", reason: "b" }])).toMatchObject({ metadata: { path: "test/site" } });
  });

  it("writes nothing for nothing", () => {
    expect(comment([])).not.toHaveProperty("lint");
  });
});
