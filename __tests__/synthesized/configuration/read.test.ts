import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfiguration, readStackAt } from "../../../synthesized/configuration/read";

/** How a value differs from a default. */
const GIVEN = { "//": { given: true } };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "configuration-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string | object>>): void {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(
      join(folder, name),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  }
}

describe("a file", () => {
  it("may be HCL: expressions stay text, blocks become lists", async () => {
    write({
      "main.tf":
        'resource "aws_s3_bucket" "site" {\n  bucket = var.name\n  tags = { A = "b" }\n}\n',
    });
    const file = join(folder, "main.tf");
    expect(await readStackAt(file)).toEqual({
      resource: { aws_s3_bucket: { site: { bucket: "${var.name}", tags: { A: "b" } } } },
    });
    expect((await readConfiguration(file)).folder).toBe(folder);
  });

  it("may be Terraform JSON, with lists or without", async () => {
    write({ "a.tf.json": { locals: [{ a: 1 }, { b: 2 }], resource: [{ x: [{ y: { z: 1 } }] }] } });
    expect(await readStackAt(join(folder, "a.tf.json"))).toEqual({
      locals: { a: 1, b: 2 },
      resource: { x: { y: { z: 1 } } },
    });
  });

  it("is read alone, whatever else its folder has", async () => {
    write({ "main.tf": "locals {\n  a = 1\n}\n", "other.tf": "locals {\n  b = 2\n}\n" });
    expect(await readStackAt(join(folder, "main.tf"))).toEqual({ locals: { a: 1 } });
  });
});

describe("a folder", () => {
  it("is one configuration of HCL and JSON", async () => {
    write({
      "main.tf": [
        'provider "aws" {\n  region = "eu-west-1"\n}',
        'resource "aws_s3_bucket" "a" {\n  bucket = local.name\n}',
      ].join("\n"),
      "more.tf.json": { resource: { aws_s3_bucket: { b: { bucket: "b" } } } },
      "names.tf": [
        'locals {\n  name = "n"\n}',
        'provider "aws" {\n  alias  = "us"\n  region = "us-east-1"\n}',
      ].join("\n"),
      "notes.md": "no configuration",
      ".backup.tf": "not read {",
      "main.tf~": "not read {",
    });
    mkdirSync(join(folder, "modules.tf"));
    expect(await readStackAt(folder)).toEqual({
      provider: { aws: [{ region: "eu-west-1" }, { alias: "us", region: "us-east-1" }] },
      resource: { aws_s3_bucket: { a: { bucket: "${local.name}" }, b: { bucket: "b" } } },
      locals: { name: "n" },
    });
  });

  it("has the values of its variable files, the last one first", async () => {
    write({
      "main.tf":
        'variable "a" {}\nvariable "b" {\n  default = "as declared"\n}\nvariable "c" {\n  type = string\n}\n',
      "terraform.tfvars": 'a = "first"\nc = "c"\nunknown = 1\n',
      "b.auto.tfvars.json": { a: "last" },
      "a.auto.tfvars": 'a = "second"\n',
      "prod.tfvars": 'a = "only when it is named"\n',
    });
    expect((await readStackAt(folder)).variable).toEqual({
      a: { default: "last", ...GIVEN },
      b: { default: "as declared" },
      c: { type: "${string}", default: "c", ...GIVEN },
    });
  });
});

it("variables in the environment count more than defaults and less than files", async () => {
  const environment = { TF_VAR_a: "environment", TF_VAR_b: "environment", TF_VAR_c: '["x", "y"]' };
  write({
    "main.tf":
      'variable "a" {\n  default = "d"\n}\nvariable "b" {}\nvariable "c" {\n  type = list(string)\n}\n',
    "terraform.tfvars": 'b = "file"\n',
  });
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    expect((await readStackAt(folder)).variable).toEqual({
      a: { default: "environment", ...GIVEN },
      b: { default: "file", ...GIVEN },
      c: { type: "${list(string)}", default: ["x", "y"], ...GIVEN },
    });
  } finally {
    process.env = before;
  }
});

it("files of variables that are named count more than those in the folder", async () => {
  write({
    "main.tf": 'variable "a" {}\nvariable "b" {}\n',
    "terraform.tfvars": 'a = "folder"\nb = "folder"\n',
    "prod.vars": 'a = "named"\n',
    "last.json": { b: ["as", "JSON"] },
  });
  const named = ["prod.vars", "last.json"].map((name) => join(folder, name));
  const { variable } = await readStackAt(folder, named);
  expect(variable).toEqual({
    a: { default: "named", ...GIVEN },
    b: { default: ["as", "JSON"], ...GIVEN },
  });
  await expect(readStackAt(folder, [join(folder, "none.tfvars")])).rejects.toThrow(
    `cannot read ${join(folder, "none.tfvars")} (ENOENT)`,
  );
});

describe("what cannot be read is named:", () => {
  it.each([
    ["nothing there", {}, "none.tf", "no file at FOLDER/none.tf; name a file of Terraform, or"],
    ["an empty folder", { "a.txt": "" }, "", "FOLDER has no *.tf or *.tf.json file in it"],
    [
      "broken HCL",
      { "a.tf": 'resource "a" {\n  x =\n}' },
      "",
      "HCL cannot be read: FOLDER/a.tf:2,6-3,1: Invalid expression",
    ],
    ["broken JSON", { "a.tf.json": '{"a":' }, "", "FOLDER/a.tf.json is not valid JSON: "],
    ["UTF-16", { "a.tf.json": "{\0}\0" }, "", "FOLDER/a.tf.json is not valid JSON: it is UTF-16"],
    ["a list", { "a.tf.json": "[1]" }, "", "FOLDER/a.tf.json must hold one JSON object, got [1]"],
    [
      "a plan",
      { "plan.json": { format_version: "1.2" } },
      "plan.json",
      "FOLDER/plan.json is a plan or a state; name the configuration",
    ],
    [
      "HCL with the name of something else",
      { "a.json": 'provider "aws" {}\n' },
      "a.json",
      "FOLDER/a.json is not valid JSON: it is HCL; name it *.tf",
    ],
    [
      "a resource in two files",
      {
        "a.tf": 'resource "aws_s3_bucket" "x" {}\n',
        "b.tf.json": { resource: { aws_s3_bucket: { x: {} } } },
      },
      "",
      "aws_s3_bucket.x is in FOLDER/a.tf and in FOLDER/b.tf.json; Terraform allows it once",
    ],
    [
      "an override file",
      { "a.tf": "locals {}\n", "prod_override.tf": "locals {}\n" },
      "",
      "FOLDER/prod_override.tf overrides other files, which is not followed here",
    ],
  ])("%s", async (_, files, name, message) => {
    write(files);
    await expect(readStackAt(join(folder, name))).rejects.toThrow(
      message.replaceAll("FOLDER", folder),
    );
  });
});
