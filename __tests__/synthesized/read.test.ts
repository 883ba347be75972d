import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readStack, stackIds } from "../../synthesized/read";

let output: string;

beforeEach(() => {
  output = mkdtempSync(join(tmpdir(), "read-"));
});

afterEach(() => rmSync(output, { recursive: true }));

function write(stacks: Readonly<Record<string, string>>): void {
  writeFileSync(join(output, "manifest.json"), JSON.stringify({ stacks }));
  for (const [id, text] of Object.entries(stacks)) {
    mkdirSync(join(output, "stacks", id), { recursive: true });
    writeFileSync(join(output, "stacks", id, "cdk.tf.json"), text);
  }
}

describe("readStack", () => {
  it("reads the stack's Terraform JSON", () => {
    write({ "spa-api": '{"locals":{"a":1}}' });
    expect(readStack(output, "spa-api")).toEqual({ locals: { a: 1 } });
  });

  it("says which stacks there are when there is no such stack", () => {
    write({ state: "{}", "spa-api": "{}" });
    expect(() => readStack(output, "spa-alb")).toThrow(
      `no synthesized stack at ${join(output, "stacks", "spa-alb")}; run "npm run synth" first; there are: spa-api, state`,
    );
  });

  it("names the command when nothing was synthesized yet", () => {
    expect(() => readStack(join(output, "none"), "spa-api")).toThrow(/run "npm run synth" first$/);
  });

  it("names the file that is no JSON", () => {
    write({ "spa-api": '{"a":' });
    expect(() => readStack(output, "spa-api")).toThrow(
      `${join(output, "stacks", "spa-api", "cdk.tf.json")} is not valid JSON: `,
    );
  });
});

describe("stackIds", () => {
  it("leaves out a stack that only an earlier synthesis wrote", () => {
    write({ old: "{}" });
    write({ "spa-api": "{}" });
    expect(stackIds(output)).toEqual(["spa-api"]);
  });
});
