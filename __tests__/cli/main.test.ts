import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "cli-"));

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command line as npm does; stacks go to a folder of the test's own. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync("node_modules/.bin/tsx", ["cli/main.ts", ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder, CDKTF_OUTDIR: join(folder, "out"), ...env },
  });
  return { code: status, stdout, stderr };
}

const configuration = join(folder, "main.tf.json");
writeFileSync(configuration, '{"locals":{"a":0}}');

describe("the command line", () => {
  it("prints the file help", () => {
    expect(run(["help"])).toEqual({ code: 0, stdout: readFileSync("help", "utf8"), stderr: "" });
  });

  it.each([["--help"], ["preview", "--help"], ["explain", "-h"]])(
    "%s %s prints it, too",
    (...args) => {
      expect(run(args.filter((word) => word !== undefined)).stdout).toBe(
        readFileSync("help", "utf8"),
      );
    },
  );

  it("names the commands when there is no such command", () => {
    expect(run(["deplyo"])).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'there is no command "deplyo"; the commands are: preview, explain, overview, hcl, diff, deploy, destroy, lint, help\n',
    });
  });

  it("shows what every stack would create, within 80 columns and without colours", () => {
    const { code, stdout } = run(["overview"]);
    expect(stdout).toMatch(/^spa-api: \d+ resources\n/);
    expect(stdout).toMatch(/\nstate: \d+ resources\n/);
    expect(stdout).toMatch(/\nAll commands: npm run help\n$/);
    expect(stdout).not.toContain("\u001b");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(code).toBe(0);
  });

  it("asks about a variable that is nearly a setting", () => {
    const { code, stderr } = run(["overview"], { STATE_BACKET: "shop-state" });
    expect(stderr).toBe(
      "warning: STATE_BACKET is no setting and is not read; did you mean STATE_BUCKET?\n",
    );
    expect(code).toBe(0);
  }, 20_000);

  it("says what synthesis refuses, without a stack trace", () => {
    const { code, stdout, stderr } = run(["overview"], { STATE_BACKEND: "consul" });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^STATE_BACKEND must be s3, cloud or local, got "consul"/m);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  it("names the stacks when there is no such stack", () => {
    const { code, stderr } = run(["hcl", "spa-abl"]);
    expect(stderr).toContain('there is no stack "spa-abl"; the stacks are: spa-api, state\n');
    expect(code).toBe(2);
  });

  it("says which settings a stack lacks that is not there without them", () => {
    const { code, stderr } = run(["hcl", "spa-alb"]);
    expect(stderr).toContain(`the stack "spa-alb" has no settings, so it is left out`);
    expect(stderr).toContain("set ALB_DNS_NAME, ALB_ARN or ALB_TAGS");
    expect(stderr).toContain(". docs/settings/spa-alb.env");
    expect(code).toBe(2);
  }, 20_000);

  it("says at once that Terraform is missing", () => {
    expect(run(["diff", "spa-api"], { TERRAFORM_BINARY_NAME: "no-such-terraform" })).toEqual({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^Terraform is not installed/),
    });
  }, 20_000);

  it("names the stacks when a deploy names none", () => {
    const { code, stderr } = run(["deploy", "--auto-approve"]);
    expect(stderr).toMatch(/name the stacks to deploy, .*; the stacks are: spa-api, state\n$/);
    expect(code).toBe(2);
  });

  it("does not start a deploy that nobody can approve", () => {
    const { code, stderr } = run(["deploy", "spa-api"]);
    expect(stderr).toMatch(/^there is no terminal .* add --auto-approve\n$/);
    expect(code).toBe(2);
  });

  it("reads any Terraform JSON", () => {
    expect(run(["hcl", "--config", configuration])).toMatchObject({
      code: 0,
      stdout: "locals {\n  a = 0\n}\n",
    });
    expect(run(["overview", "--config", configuration]).stdout).toMatch(/: 0 resources\n/);
  });

  it("ends quietly when nobody reads on", () => {
    const large = join(folder, "large.tf.json");
    writeFileSync(large, JSON.stringify({ locals: { a: "x".repeat(1_000_000) } }));
    const { stdout, stderr } = spawnSync(
      "sh",
      ["-c", `node_modules/.bin/tsx cli/main.ts hcl --config ${large} | head -c 6`],
      { encoding: "utf8", env: { PATH: process.env.PATH, HOME: folder } },
    );
    expect({ stdout, stderr }).toEqual({ stdout: "locals", stderr: "" });
  }, 20_000);
});
