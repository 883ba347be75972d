// Deploys that cannot work: Terraform's reason, the next step, a non-zero end, nothing lost.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../support/emulator/ask";
import { type Emulator, startEmulator } from "../support/emulator/emulator";
import { remains } from "../support/emulator/remains";
import { NO_CREDENTIALS } from "../support/terraform/environment";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";
import { requireTools } from "../support/terraform/require-tools";

const DEPLOY = ["deploy", "--", "spa-api", "--auto-approve", "--skip-provider-lock"];
const LOCK = "/locked-state/one-origin/dev/spa-api.tfstate.tflock";
const LOCK_INFO = JSON.stringify({
  ID: "b1d4e5f6-1111-2222-3333-444455556666",
  Operation: "OperationTypeApply",
  Who: "ci@runner",
  Version: "1.11.4",
  Created: "2026-11-21T00:01:02.123456Z",
  Path: "locked-state/one-origin/dev/spa-api.tfstate",
});

requireTools(
  "terraform",
  "provider",
  "moto",
)("a deploy that cannot work", () => {
  let emulator: Emulator;
  let project: ProjectCopy;

  beforeAll(async () => {
    emulator = await startEmulator();
    project = copyProject(emulator, { STATE_BUCKET: "locked-state" });
  }, 300_000);

  afterAll(async () => {
    project.remove();
    await emulator.stop();
  });

  it("names the ways to give credentials when there are none", async () => {
    const { code, output } = await project.npm(DEPLOY, { env: NO_CREDENTIALS });
    expect(output).toMatch(/No valid credential sources found/);
    expect(output).toMatch(/Terraform found no AWS credentials[\s\S]*AWS_PROFILE/);
    expect(code).toBe(1);
  }, 300_000);

  it("says how to create the state bucket when it is missing", async () => {
    const { code, output } = await project.npm(DEPLOY);
    expect(output).toMatch(/S3 bucket "locked-state" does not exist/);
    expect(output).toMatch(/\n {2}npm run deploy -- state\n/);
    expect(code).toBe(1);
  }, 300_000);

  it("says who holds the lock, leaves it and changes nothing", async () => {
    const location = "<LocationConstraint>eu-west-1</LocationConstraint>";
    const body = `<CreateBucketConfiguration>${location}</CreateBucketConfiguration>`;
    await ask(emulator, { service: "s3", method: "PUT", path: "/locked-state", body });
    await ask(emulator, { service: "s3", method: "PUT", path: LOCK, body: LOCK_INFO });
    const { code, output } = await project.npm(DEPLOY);
    expect(output).toMatch(/Error acquiring the state lock/);
    expect(output).toMatch(/apply by ci@runner, since 2026-11-21 00:01:02/);
    expect(output).toMatch(/cd cdktf.out\/stacks\/spa-api && terraform force-unlock b1d4e5f6/);
    expect(code).toBe(1);
    const lock = await ask(emulator, { service: "s3", path: LOCK });
    expect(await lock.json()).toMatchObject({ Who: "ci@runner" });
    expect(await remains(emulator)).toEqual({ bucket: ["locked-state"] });
  }, 300_000);

  it("does not start over a state that was not saved", async () => {
    const file = join(project.stack("spa-api"), "errored.tfstate");
    mkdirSync(project.stack("spa-api"), { recursive: true });
    writeFileSync(file, "{}");
    const { code, output } = await project.npm(DEPLOY);
    expect(output).toMatch(/terraform state push errored\.tfstate/);
    expect(output).not.toMatch(/Initializing/);
    expect(existsSync(file)).toBe(true);
    expect(code).toBe(1);
  }, 300_000);
});
