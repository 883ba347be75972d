// Every stack, with its sample settings, against the real Terraform and the real provider.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createLoadBalancer, createSampleAccount } from "../support/emulator/account";
import { type Emulator, startEmulator } from "../support/emulator/emulator";
import { sampleVariables } from "../support/sample-settings";
import { NO_CREDENTIALS } from "../support/terraform/environment";
import { expectSuccess } from "../support/terraform/expect-success";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";
import { requireTools } from "../support/terraform/require-tools";

const STACKS = ["beanstalk", "https-origin", "reverse-proxy", "spa-alb", "spa-api", "state"];
const TAG = "elasticbeanstalk:environment-name";

requireTools(
  "terraform",
  "provider",
  "moto",
)("every stack", () => {
  let emulator: Emulator;
  let project: ProjectCopy;

  beforeAll(async () => {
    emulator = await startEmulator();
    await createSampleAccount(emulator);
    for (const name of ["shop-staging", "shop-production"]) {
      await createLoadBalancer(emulator, name, { [TAG]: name });
    }
    project = copyProject(emulator, Object.assign({}, ...STACKS.map(sampleVariables)));
    expectSuccess(await project.npm(["synth"]));
  }, 300_000);

  afterAll(async () => {
    project.remove();
    await emulator.stop();
  });

  it("is validated here", () => {
    const stacks = readdirSync(join(project.folder, "cdktf.out", "stacks"));
    expect(stacks.sort()).toEqual(STACKS);
  });

  it.each(STACKS)(
    "%s is valid without an account",
    async (stack) => {
      const env = NO_CREDENTIALS;
      const init = await project.terraform(stack, ["init", "-backend=false"], { env });
      expectSuccess(init);
      const validate = await project.terraform(stack, ["validate", "-json"], { env });
      expect(JSON.parse(validate.stdout)).toMatchObject({ valid: true, diagnostics: [] });
    },
    300_000,
  );

  it.each(STACKS)(
    "%s plans nothing but creations before the first deploy",
    async (stack) => {
      const init = await project.terraform(stack, ["init", "-input=false"]);
      expectSuccess(init);
      const plan = await project.terraform(stack, ["plan", "-input=false"]);
      expect(plan.output).toMatch(/Plan: \d+ to add, 0 to change, 0 to destroy\./);
      expect(plan.output).not.toMatch(/Warning:/);
    },
    300_000,
  );
});
