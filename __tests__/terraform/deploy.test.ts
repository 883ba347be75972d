// From an empty account to a deployed app and back, with the commands that users run.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask } from "../support/emulator/ask";
import { type Emulator, startEmulator } from "../support/emulator/emulator";
import { remains } from "../support/emulator/remains";
import { requestAnswered } from "../support/emulator/until";
import { expectSuccess } from "../support/terraform/expect-success";
import { plannedChanges } from "../support/terraform/plan";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";
import { requireTools } from "../support/terraform/require-tools";
import type { Finished } from "../support/terraform/run-command";

const BUCKET = "deployed-state";
const KEY = `/${BUCKET}/one-origin/dev/spa-api.tfstate`;
const APPROVE = ["--auto-approve", "--skip-provider-lock"];

requireTools(
  "terraform",
  "provider",
  "moto",
)("deploying the project", () => {
  let emulator: Emulator;
  let state: { project: ProjectCopy; deployed: Finished };
  let app: { project: ProjectCopy; deployed: Finished };

  beforeAll(async () => {
    emulator = await startEmulator();
    const [stateProject, project] = [1, 2].map(() =>
      copyProject(emulator, { STATE_BUCKET: BUCKET }),
    ) as [ProjectCopy, ProjectCopy];
    const stateDeploy = stateProject.cdktf(["deploy", "state", ...APPROVE]);
    // The bucket is complete; what is left of this deploy is the provider's wait for the lifecycle
    // rules: ten readings, five seconds apart, whatever they show.
    const complete = requestAnswered(
      emulator,
      ({ method, url }) => method === "PUT" && url.startsWith(`/${BUCKET}?lifecycle`),
    );
    await Promise.race([complete, stateDeploy]);
    const deployed = await project.cdktf(["deploy", "spa-api", ...APPROVE]);
    state = { project: stateProject, deployed: await stateDeploy };
    app = { project, deployed };
  }, 600_000);

  afterAll(async () => {
    state.project.remove();
    app.project.remove();
    await emulator.stop();
  });

  it("creates the state bucket at the first try", () => {
    expectSuccess(state.deployed);
    expect(state.deployed.output).toMatch(/Apply complete! Resources: \d+ added/);
  });

  it("creates the app at the first try and shows the outputs", () => {
    expectSuccess(app.deployed);
    expect(app.deployed.output).toMatch(/Apply complete! Resources: \d+ added/);
    expect(app.deployed.output).toMatch(/frontend_url = "?d\w+\.cloudfront\.net/);
  });

  it("keeps the state encrypted in the state bucket", async () => {
    const stored = await ask(emulator, { service: "s3", path: KEY });
    expect(stored.headers.get("x-amz-server-side-encryption")).toBe("AES256");
    expect(await stored.json()).toHaveProperty("resources");
  });

  it("holds the lock file while it changes anything", () => {
    const isUnlock = ({ method, url }: { method: string; url: string }) =>
      method === "DELETE" && url.startsWith(`${KEY}.tflock`);
    const locked = emulator.requests.findIndex(
      ({ method, url }) => method === "PUT" && url.startsWith(`${KEY}.tflock`),
    );
    const unlocked = emulator.requests.findIndex(isUnlock);
    const creations = emulator.requests.flatMap(({ method, url }, index) =>
      method === "POST" && url.startsWith("/2020-05-31/") ? [index] : [],
    );
    expect(emulator.requests[locked]?.headers["if-none-match"]).toBe("*");
    expect(locked).toBeLessThan(Math.min(...creations));
    expect(unlocked).toBeGreaterThan(Math.max(...creations));
  });

  it("leaves nothing for a second plan to do", async () => {
    const plan = ["plan", "-input=false", "-detailed-exitcode"];
    const [ofState, ofApp] = await Promise.all([
      state.project.terraform("state", plan),
      app.project.terraform("spa-api", plan),
    ]);
    expectSuccess(ofState);
    expectSuccess(ofApp);
  }, 300_000);

  it("changes one resource when one file of the site changes", async () => {
    const { project } = app;
    appendFileSync(join(project.folder, "assets", "site", "index.html"), "<!-- changed -->\n");
    await project.npm(["synth"]);
    expect(await plannedChanges(project, "spa-api")).toEqual([
      { address: "aws_s3_object.site_index_html", action: "update" },
    ]);
  }, 300_000);

  it("replaces the API's deployment when a route changes, and keeps what is", async () => {
    const { project } = app;
    const source = join(project.folder, "stacks", "spa-api-stack.ts");
    const before = readFileSync(source, "utf8");
    const after = before.replace('["/", "/{proxy+}"]', '["/", "/health", "/{proxy+}"]');
    expect(after).not.toBe(before);
    writeFileSync(source, after);
    await project.npm(["synth"]);
    const changes = await plannedChanges(project, "spa-api");
    expect(changes).toContainEqual({
      address: "aws_api_gateway_deployment.deployment",
      action: "create+delete",
    });
    expect(changes.filter(({ action }) => action === "delete")).toEqual([]);
    const apply = await project.terraform("spa-api", ["apply", "-input=false", "test.tfplan"]);
    expectSuccess(apply);
    expect(await plannedChanges(project, "spa-api")).toEqual([]);
  }, 300_000);

  it("destroys the app and nothing else, and refuses to destroy the state bucket", async () => {
    const [refused, destroyed] = await Promise.all([
      state.project.cdktf(["destroy", "state", ...APPROVE]),
      app.project.cdktf(["destroy", "spa-api", ...APPROVE]),
    ]);
    expect(refused.code).not.toBe(0);
    expectSuccess(destroyed);
    expect(await remains(emulator)).toEqual({ bucket: [BUCKET] });
    // Asked itself: cdktf does not always pass on the last that Terraform says.
    const asked = await state.project.terraform("state", ["plan", "-destroy", "-input=false"]);
    expect(asked.output).toMatch(/Instance cannot be destroyed/);
  }, 600_000);
});
