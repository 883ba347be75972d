import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfiguration, readStack, stackIds } from "../../synthesized/read";

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

describe("readConfiguration", () => {
  it("names a file that is missing", () => {
    expect(() => readConfiguration("no/such.json")).toThrow(
      "no file at no/such.json; name a file of Terraform JSON",
    );
    expect(() => readConfiguration("docs")).toThrow(
      "docs is a folder; name a file of Terraform JSON",
    );
    expect(() => readConfiguration("__tests__/support/system-1.tf")).toThrow("it is HCL; convert");
  });

  it.each([
    ["main.tf", 'provider "aws" {}\n', "main.tf is not valid JSON: it is HCL; convert it to JSON"],
    ["plan.json", '{ "format_version": "1.2" }', "plan.json is a plan or a state; name the conf"],
    ["wide.json", "{\0}\0", "wide.json is not valid JSON: it is UTF-16"],
    ["empty.json", "", "empty.json is not valid JSON: Unexpected end"],
  ])("says what %s is in place of a configuration", (name, text, message) => {
    const file = join(output, name);
    writeFileSync(file, text);
    expect(() => readConfiguration(file)).toThrow(message);
  });

  it("refuses a folder", () => {
    expect(() => readConfiguration(output)).toThrow("is a folder; name a file of Terraform JSON");
  });

  it("refuses JSON that is no object", () => {
    const file = join(output, "list.json");
    writeFileSync(file, "[1]");
    expect(() => readConfiguration(file)).toThrow(`${file} must hold one JSON object, got [1]`);
  });
});
