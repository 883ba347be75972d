import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { App, TerraformStack } from "cdktf";
import { lintApp } from "../../validations/lint-app";

const block = (stack: TerraformStack, isOn: boolean) => {
  new AwsProvider(stack, "aws", { region: "eu-west-1" });
  return new S3BucketPublicAccessBlock(stack, "block", {
    bucket: "site",
    blockPublicAcls: isOn,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
};

describe("lintApp", () => {
  let outdir = "";
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), "lint-app-"));
  });
  afterEach(() => rmSync(outdir, { recursive: true }));

  it("refuses an app before any of its stacks is written", () => {
    const app = new App({ outdir });
    block(new TerraformStack(app, "good"), true);
    block(new TerraformStack(app, "bad"), false);
    expect(() => lintApp(app)).toThrow(
      /^the lint found errors; nothing was written\n\[bad\] aws_.* block_public_acls off \(no-public-bucket\)/,
    );
    expect(existsSync(join(outdir, "stacks", "good", "cdk.tf.json"))).toBe(false);
  });

  it("lets a finding pass that is suppressed in its resource", () => {
    const app = new App({ outdir });
    const suppress = [{ id: "no-public-bucket", reason: "a public download site" }];
    block(new TerraformStack(app, "accepted"), false).addOverride("//.lint", { suppress });
    expect(lintApp(app)).toEqual([]);
  });

  it("lets a finding pass that is suppressed at the stack's top level", () => {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "accepted");
    const address = "aws_s3_bucket_public_access_block.block";
    block(stack, false);
    stack.addOverride("//.lint.suppress", [{ id: "no-public-bucket", address, reason: "known" }]);
    expect(lintApp(app)).toEqual([]);
  });

  it("returns the warnings of a good app, which then synthesizes", () => {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "good");
    const suppress = [{ id: "no-public-bucket", reason: "left over" }];
    block(stack, true).addOverride("//.lint", { suppress });
    expect(lintApp(app)).toEqual([expect.stringMatching(/^\[good\] .*\(no-unused-suppression\)/)]);
    app.synth();
    expect(readdirSync(join(outdir, "stacks"))).toEqual(["good"]);
  });
});
