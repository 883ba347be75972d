import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { siteStack } from "../preview/support/site-stack";

const folder = mkdtempSync(join(tmpdir(), "cli-explain-"));
const config = join(folder, "main.tf.json");
writeFileSync(config, JSON.stringify(siteStack()));

afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const command = ["--import", "tsx", "cli/main.ts", "explain", "--config", config, ...args];
  return spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder },
  });
}

const SECRETS = ["-H", "Authorization: Bearer token-value", "--cookie", "sid=cookie-value"];

describe("npm run explain", () => {
  it("prints the way of a request in 80 columns, without secrets", () => {
    const { status, stdout } = run("POST", "/backend/a?token=hidden", ...SECRETS, "--body", "{}");
    expect(status).toBe(0);
    expect(stdout).toContain("behavior /backend/* -> backend\n");
    expect(stdout).toContain("      Authorization: Bearer ***\n");
    expect(stdout).toContain("      Cookie: sid=***\n");
    expect(stdout).toContain("The origin decides what the viewer gets; it was not asked.");
    expect(stdout).not.toMatch(/token-value|cookie-value|hidden|top-secret/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("says what the edge answers itself", () => {
    const { stdout } = run("GET", "/", "--http");
    expect(stdout).toContain("redirected with 301\n");
    expect(stdout).toMatch(/The viewer gets 301 with X-Cache: Redirect from cloudfront\.\n$/);
  });

  it("shows how a page is kept that nobody looked for", () => {
    const { stdout } = run("GET", "/index.html");
    expect(stdout).toMatch(/cache: used\n {6}not looked up; kept for/);
  }, 30_000);

  it("gives the trace as JSON", () => {
    const { stdout } = run("GET", "/api/open", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      method: "GET",
      behavior: "/api/*",
      dryRun: true,
      steps: expect.arrayContaining([expect.objectContaining({ step: "origin-request" })]),
    });
  });
});
