import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { currentErrors, formatLintErrors, lintErrors } from "../../../cli/preview/lint-errors";
import type { Block } from "../../../synthesized/stack";
import { siteStack } from "../../preview/support/site-stack";

const folder = mkdtempSync(join(tmpdir(), "lint-errors-"));
const configFile = join(folder, "main.tf.json");

afterAll(() => rmSync(folder, { recursive: true }));

/** The errors of a stack whose behavior `/backend/*` serves viewers over HTTP. */
function errorsOf(distribution: Block = {}) {
  writeFileSync(configFile, JSON.stringify(siteStack({ distribution })));
  return lintErrors({ configFile });
}

const suppression = { id: "no-plain-http-viewers", reason: "a test network" };

describe("what a preview says of its configuration", () => {
  it("is each error of the lint, and no warning", async () => {
    expect((await errorsOf()).map(({ rule }) => rule.id)).toEqual(["no-plain-http-viewers"]);
  });

  it("has what CloudFront refuses at a deployment", async () => {
    const distribution = { aliases: ["www.example.com"] };
    expect((await errorsOf(distribution)).map(({ rule }) => rule.id)).toContain(
      "no-alias-without-certificate",
    );
  });

  it("leaves out what the configuration accepts", async () => {
    expect(await errorsOf({ "//": { lint: { suppress: [suppression] } } } as Block)).toEqual([]);
  });

  it("reads what synthesis wrote", async () => {
    mkdirSync(join(folder, "stack"));
    writeFileSync(join(folder, "stack", "cdk.tf.json"), JSON.stringify(siteStack()));
    expect(await lintErrors({ stackFolder: join(folder, "stack") })).toHaveLength(1);
  });

  it("names place, problem and rule, says what that means, and how to correct it", async () => {
    expect(formatLintErrors(await errorsOf())).toEqual([
      'aws_cloudfront_distribution.main: behavior "/backend/*" has viewer_protocol_policy "allow-all" (no-plain-http-viewers); refused, broken or unsafe once deployed. Set viewer_protocol_policy to redirect-to-https, or to https-only for an API.',
    ]);
  });

  it("follows the configuration, and tells why one cannot be linted", async () => {
    const problems: string[] = [];
    const errors = currentErrors((message) => problems.push(message));
    await errorsOf();
    await errors.update({ configFile });
    expect(errors.found).toHaveLength(1);
    writeFileSync(configFile, "[]");
    await errors.update({ configFile });
    expect(errors.found).toEqual([]);
    expect(problems).toEqual([
      `the configuration cannot be linted (${configFile} must hold one JSON object, got [])`,
    ]);
  });
});
