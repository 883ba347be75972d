// The HCL that `npm run hcl` writes, before the real Terraform.
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toHcl } from "../../synthesized/hcl/to-hcl";
import { readStack, stackIds } from "../../synthesized/read";
import { sampleVariables } from "../support/sample-settings";
import { NO_CREDENTIALS } from "../support/terraform/environment";
import { expectSuccess } from "../support/terraform/expect-success";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";
import { requireTools } from "../support/terraform/require-tools";
import { everyBlock } from "../synthesized/hcl/every-block";

const STACKS = ["beanstalk", "https-origin", "reverse-proxy", "spa-alb", "spa-api", "state"];
const SETTINGS = Object.assign({}, ...[...STACKS, "operations"].map(sampleVariables));

requireTools("terraform", "provider")("the HCL of a stack", () => {
  let project: ProjectCopy;

  beforeAll(async () => {
    // Nothing here asks AWS anything: port 9 discards.
    project = copyProject({ url: "http://127.0.0.1:9" }, SETTINGS);
    expectSuccess(await project.npm(["synth"]));
  }, 300_000);

  afterAll(() => project.remove());

  it("is written here for every stack", () => {
    expect(stackIds(join(project.folder, "cdktf.out"))).toEqual(STACKS);
  });

  it.each(STACKS)(
    "%s is formatted and valid, and stands in for the JSON",
    async (id) => {
      const hcl = toHcl(readStack(join(project.folder, "cdktf.out"), id));
      writeFileSync(join(project.stack(id), "main.tf"), hcl);
      renameSync(join(project.stack(id), "cdk.tf.json"), join(project.folder, `${id}.json`));
      const fmt = await project.terraform(id, ["fmt", "-check", "-diff"]);
      expect(fmt).toMatchObject({ code: 0, output: "" });
      const init = ["init", "-backend=false", "-input=false"];
      expectSuccess(await project.terraform(id, init, { env: NO_CREDENTIALS }));
      const validate = await project.terraform(id, ["validate", "-json"], { env: NO_CREDENTIALS });
      expect(JSON.parse(validate.stdout)).toMatchObject({ valid: true, diagnostics: [] });
    },
    300_000,
  );

  it("is formatted for every kind of block", async () => {
    mkdirSync(project.stack("every-block"));
    writeFileSync(join(project.stack("every-block"), "main.tf"), toHcl(everyBlock));
    const fmt = await project.terraform("every-block", ["fmt", "-check", "-diff"]);
    expect(fmt).toMatchObject({ code: 0, output: "" });
  });
});
