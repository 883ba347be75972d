import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { modulePlaces } from "../../../synthesized/configuration/join-module";
import { readStackAt } from "../../../synthesized/configuration/read";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "modules-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

async function read(files: Readonly<Record<string, string>>) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const { "//": _, ...stack } = (await readStackAt(folder)) as Record<string, unknown>;
  return { ...stack, places: modulePlaces(await readStackAt(folder)) } as Awaited<
    ReturnType<typeof readStackAt>
  > & { readonly places: ReturnType<typeof modulePlaces>; readonly module: object };
}

const BUCKET = {
  "modules/bucket/main.tf": [
    'variable "name" {}',
    'variable "tags" {\n  default = { Team = "a" }\n}',
    'locals {\n  full = "${var.name}-site"\n}',
    'resource "aws_s3_bucket" "site" {\n  bucket = local.full\n  tags   = var.tags\n}',
    'resource "aws_s3_bucket_policy" "site" {\n  bucket = aws_s3_bucket.site.id\n  policy = file("${path.module}/policy.json")\n}',
    'output "domain" {\n  value = aws_s3_bucket.site.bucket_regional_domain_name\n}',
  ].join("\n"),
};

const USE = 'output "domain" {\n  value = "https://${module.b.domain}/"\n}';

describe("a local module", () => {
  it("is part of the configuration: arguments in, outputs out", async () => {
    const stack = await read({
      ...BUCKET,
      "main.tf": `module "b" {\n  source = "./modules/bucket"\n  name   = var.project\n}\n${USE}`,
    });
    expect(stack.resource).toEqual({
      aws_s3_bucket: {
        module_b_site: { bucket: "${local.module_b_full}", tags: { Team: "a" } },
      },
      aws_s3_bucket_policy: {
        module_b_site: {
          bucket: "${aws_s3_bucket.module_b_site.id}",
          policy: '${file("./modules/bucket/policy.json")}',
        },
      },
    });
    expect(stack.locals).toEqual({ module_b_full: "${var.project}-site" });
    expect(stack.output).toEqual({
      domain: { value: "https://${aws_s3_bucket.module_b_site.bucket_regional_domain_name}/" },
    });
    expect(stack.module).toEqual({});
  });

  it("says where its resources are, and which folder it has", async () => {
    const { places } = await read({
      ...BUCKET,
      "main.tf": 'module "b" {\n  source = "./modules/bucket"\n  name   = "n"\n}',
    });
    expect(places.addresses).toEqual({
      "aws_s3_bucket.module_b_site": "module.b.aws_s3_bucket.site",
      "aws_s3_bucket_policy.module_b_site": "module.b.aws_s3_bucket_policy.site",
    });
    expect(places.folders).toEqual([join(folder, "modules/bucket")]);
  });

  it("is there as often as its count or for_each says", async () => {
    const stack = await read({
      ...BUCKET,
      "main.tf": [
        'variable "on" {\n  default = true\n}',
        'module "one" {\n  count  = var.on ? 1 : 0\n  source = "./modules/bucket"\n  name   = "n${count.index}"\n}',
        'module "none" {\n  count  = var.on ? 0 : 1\n  source = "./modules/bucket"\n  name   = "n"\n}',
        'module "each" {\n  for_each = { a = "x", b = "y" }\n  source = "./modules/bucket"\n  name   = "${each.key}-${each.value}"\n}',
        'locals {\n  one = module.one[0].domain\n  all = module.one[*].domain\n  a = module.each["a"].domain\n}',
      ].join("\n"),
    });
    expect(Object.keys(stack.resource?.aws_s3_bucket ?? {})).toEqual([
      "module_each_a_site",
      "module_each_b_site",
      "module_one_0_site",
    ]);
    expect(stack.places.absent).toEqual(["module.none"]);
    const domain = (name: string) => `\${aws_s3_bucket.${name}.bucket_regional_domain_name}`;
    expect(stack.locals).toMatchObject({
      one: domain("module_one_0_site"),
      all: [domain("module_one_0_site")],
      a: domain("module_each_a_site"),
      module_one_0_full: "n0-site",
      module_each_b_full: "b-y-site",
    });
    expect(stack.places.addresses["aws_s3_bucket.module_each_a_site"]).toBe(
      'module.each["a"].aws_s3_bucket.site',
    );
  });

  it("may call modules itself, and take what others give", async () => {
    const stack = await read({
      ...BUCKET,
      "modules/cdn/main.tf": [
        'variable "origin" {}',
        'module "logs" {\n  source = "../bucket"\n  name   = "logs"\n}',
        "locals {\n  origins = [var.origin, module.logs.domain]\n}",
      ].join("\n"),
      "main.tf": [
        'module "cdn" {\n  source = "./modules/cdn"\n  origin = module.b.domain\n}',
        'module "b" {\n  source = "./modules/bucket"\n  name   = "b"\n}',
      ].join("\n"),
    });
    expect(stack.locals?.module_cdn_origins).toEqual([
      "${aws_s3_bucket.module_b_site.bucket_regional_domain_name}",
      "${aws_s3_bucket.module_cdn_module_logs_site.bucket_regional_domain_name}",
    ]);
    expect(stack.places.addresses["aws_s3_bucket.module_cdn_module_logs_site"]).toBe(
      "module.cdn.module.logs.aws_s3_bucket.site",
    );
  });

  it("uses the providers it is given, or has", async () => {
    const stack = await read({
      "m/main.tf": [
        'provider "aws" {\n  alias  = "west"\n  region = "us-west-2"\n}',
        'resource "aws_acm_certificate" "a" {\n  provider = aws.us\n}',
        'resource "aws_acm_certificate" "b" {\n  provider = aws.west\n}',
        'resource "aws_acm_certificate" "c" {}',
      ].join("\n"),
      "main.tf": [
        'provider "aws" {\n  alias  = "virginia"\n  region = "us-east-1"\n}',
        'module "m" {\n  source = "./m"\n  providers = {\n    aws    = aws.virginia\n    aws.us = aws.virginia\n  }\n}',
      ].join("\n"),
    });
    expect(stack.resource?.aws_acm_certificate).toEqual({
      module_m_a: { provider: "aws.virginia" },
      module_m_b: { provider: "aws.module_m_west" },
      module_m_c: { provider: "aws.virginia" },
    });
    expect(stack.provider?.aws).toEqual([
      { alias: "virginia", region: "us-east-1" },
      { alias: "module_m_west", region: "us-west-2" },
    ]);
  });

  it("has the attributes that the types of its variables let a caller leave out", async () => {
    const stack = await read({
      "m/main.tf": [
        'variable "behaviors" {\n  type = list(object({ path = string, ttl = optional(number, 60), policy = optional(string) }))\n}',
        'variable "cookies" {\n  type     = string\n  default  = "none"\n  nullable = false\n}',
        "locals {\n  ttl = var.behaviors[0].ttl\n  all = var.behaviors\n  cookies = var.cookies\n}",
      ].join("\n"),
      "main.tf":
        'module "m" {\n  source = "./m"\n  behaviors = [{ path = "/api/*" }]\n  cookies = null\n}',
    });
    expect(stack.locals).toEqual({
      module_m_ttl: 60,
      module_m_all: [{ path: "/api/*", ttl: 60, policy: null }],
      module_m_cookies: "none",
    });
  });

  it("decides what follows from its arguments", async () => {
    const stack = await read({
      "m/main.tf": [
        'variable "domain" {}\nvariable "log" {\n  default = false\n}',
        'locals {\n  alias = var.domain == "" ? null : var.domain\n  log = var.log ? aws_s3_bucket.l[0].id : "none"\n}',
      ].join("\n"),
      "main.tf": 'module "m" {\n  source = "./m"\n  domain = ""\n}',
    });
    expect(stack.locals).toEqual({ module_m_alias: null, module_m_log: "none" });
  });

  it("leaves a variable without a value to be asked for", async () => {
    const stack = await read({
      "m/main.tf": 'variable "name" {\n  type = string\n}\nlocals {\n  a = "${var.name}-x"\n}',
      "main.tf": 'module "m" {\n  source = "./m"\n}',
    });
    expect(stack.locals).toEqual({ module_m_a: "${var.module_m_name}-x" });
    expect(stack.variable).toEqual({ module_m_name: { type: "${string}" } });
  });
});

it("leaves calls of other modules, and of folders that are not there", async () => {
  const stack = await read({
    "main.tf": [
      'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n}',
      'module "gone" {\n  source = "./gone"\n}',
    ].join("\n"),
  });
  expect(Object.keys(stack.module)).toEqual(["gone", "vpc"]);
});

it("names a file of a module that cannot be read", async () => {
  await expect(
    read({ "m/a.tf": "resource {", "main.tf": 'module "m" {\n  source = "./m"\n}' }),
  ).rejects.toThrow(`HCL cannot be read: ${join(folder, "m/a.tf")}`);
});

it("stops at a module that calls itself", async () => {
  const stack = await read({
    "m/main.tf": 'module "again" {\n  source = "../m"\n}\nlocals {\n  a = 1\n}',
    "main.tf": 'module "m" {\n  source = "./m"\n}',
  });
  expect(Object.keys(stack.module)).toHaveLength(1);
});
