// The lint while stacks are synthesized: an error stops it before anything is written.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectSuccess } from "../support/terraform/expect-success";
import { copyProject, type ProjectCopy } from "../support/terraform/project-copy";

describe("the lint at synthesis", () => {
  let project: ProjectCopy;
  let source: string;
  let good: string;

  beforeAll(() => {
    // Nothing here asks AWS anything: port 9 discards.
    project = copyProject({ url: "http://127.0.0.1:9" });
    source = join(project.folder, "stacks", "spa-api-stack.ts");
    good = readFileSync(source, "utf8");
  });

  afterAll(() => project.remove());

  const keepTheApi = (): void => writeFileSync(source, good.replaceAll("Ttl: 0,", "Ttl: 60,"));

  it("stops at an error of one stack, and writes no stack", async () => {
    keepTheApi();
    const { code, output } = await project.npm(["synth"]);
    expect(output).toMatch(/^the lint found errors; nothing was written\n\[spa-api\] aws_/m);
    expect(output).toMatch(/^ {2}fix: .+\n {2}see: https:/m);
    expect(code).toBe(1);
    expect(existsSync(join(project.folder, "cdktf.out"))).toBe(false);
  }, 300_000);

  it("leaves what was synthesized before as it was", async () => {
    writeFileSync(source, good);
    expectSuccess(await project.npm(["synth"]));
    const json = join(project.stack("spa-api"), "cdk.tf.json");
    const before = readFileSync(json, "utf8");
    keepTheApi();
    expect(await project.npm(["synth"], { env: { PROJECT: "other" } })).toMatchObject({ code: 1 });
    expect(readFileSync(json, "utf8")).toBe(before);
  }, 300_000);

  it("stops a deploy as well", async () => {
    const { code, output } = await project.npm(["deploy", "--", "spa-api", "--auto-approve"]);
    expect(output).toMatch(/the lint found errors; nothing was written/);
    expect(output).not.toMatch(/Initializing/);
    expect(code).not.toBe(0);
  }, 300_000);
});
