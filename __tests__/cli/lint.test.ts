import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lint } from "../../cli/lint";
import { UsageError } from "../../cli/usage-error";
import { toHcl } from "../../synthesized/hcl/to-hcl";
import { rulesDocument } from "../../validations/rules-document";
import { baseStack } from "../validations/support/base-stack";
import { mutate, type Patch } from "../validations/support/mutate";

let folder = "";
let printed = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lint-"));
  printed = "";
  const write = (text: unknown) => {
    printed += `${String(text)}\n`;
    return true;
  };
  jest.spyOn(console, "log").mockImplementation(write);
  jest.spyOn(process.stdout, "write").mockImplementation(write as typeof process.stdout.write);
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const save = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const stackFile = (patch: Patch, name = "cdk.tf.json") => save(name, mutate(baseStack, patch));

const HTTP_ONLY: Patch = { "api-origin.custom_origin_config.origin_protocol_policy": "http-only" };
const WARNING: Patch = { "aws_api_gateway_deployment.deployment.triggers": undefined };

describe("lint", () => {
  it("is silent about a good stack but for its counts, and ends with 0", async () => {
    const file = stackFile({});
    expect(await lint([file])).toBe(0);
    expect(printed.replaceAll("\n", " ")).toContain(
      "0 errors, 0 warnings, 0 suppressed, 0 unknown",
    );
  });

  it("prints where, what, fix and link within 80 columns, and ends with 1 on an error", async () => {
    expect(await lint([stackFile(HTTP_ONLY)])).toBe(1);
    expect(printed).toMatch(/^error: aws_cloudfront_distribution.distribution origin "apigw" is /);
    expect(printed).toMatch(/\n {2}fix: Use https-only/);
    expect(printed).toMatch(/\n {2}see: https:\/\//);
    const wide = printed.split("\n").filter((line) => line.length > 80);
    expect(wide.filter((line) => !line.startsWith("  see: "))).toEqual([]);
  });

  it("judges HCL as it judges JSON, and the files of a folder together", async () => {
    await lint([stackFile(HTTP_ONLY)]);
    const asJson = printed;
    rmSync(join(folder, "cdk.tf.json"));
    const { aws_cloudfront_distribution = {}, ...others } =
      mutate(baseStack, HTTP_ONLY).resource ?? {};
    save("cdn.tf", toHcl({ resource: { aws_cloudfront_distribution } }));
    save("main.tf", toHcl({ ...baseStack, resource: others }));
    printed = "";
    expect(await lint([folder])).toBe(1);
    expect(printed.replaceAll(folder, "").trim()).toBe(
      asJson.replaceAll(join(folder, "cdk.tf.json"), "").trim(),
    );
  });

  it("takes the values of variables from the files it is given", async () => {
    const file = save(
      "main.tf",
      [
        'variable "protocol" {}',
        'resource "aws_cloudfront_distribution" "d" {',
        "  default_cache_behavior {",
        "    viewer_protocol_policy = var.protocol",
        "  }",
        "}",
      ].join("\n"),
    );
    const plain = save("plain.tfvars", 'protocol = "allow-all"\n');
    await lint([file]);
    expect(printed).not.toContain("no-plain-http-viewers");
    await lint([file, "--var-file", plain]);
    expect(printed).toContain("no-plain-http-viewers");
  });

  it("lets no file speak to the terminal", async () => {
    await lint([stackFile({ ...HTTP_ONLY, "api-origin.origin_id": "api\u001b]0;title\u0007" })]);
    expect(printed).toContain("\\u001b]0;title\\u0007");
    expect(printed).not.toContain("\u001b");
  });

  it("ends with 0 on warnings, and with 1 under --strict", async () => {
    const file = stackFile(WARNING);
    expect(await lint([file])).toBe(0);
    expect(await lint([file, "--strict"])).toBe(1);
  });

  it("judges several files, and fails when one of them has an error", async () => {
    expect(await lint([stackFile({}, "a.tf.json"), stackFile(HTTP_ONLY, "b.tf.json")])).toBe(1);
  });

  it("prints JSON under --json, with each finding's rule, place, fix and link", async () => {
    expect(await lint([stackFile(HTTP_ONLY), "--json"])).toBe(1);
    const [first] = JSON.parse(printed) as { findings: unknown[]; unknown: unknown[] }[];
    expect(first?.findings).toEqual([
      {
        rule: "no-http-only-origin",
        severity: "error",
        address: "aws_cloudfront_distribution.distribution",
        part: 'origin "apigw"',
        message: 'is reached over "http-only"',
        fix: expect.any(String),
        link: expect.stringMatching(/^https:/),
      },
    ]);
    expect(first?.unknown).toEqual([]);
  });

  it("counts what it cannot decide, and lists it under --unknown", async () => {
    const file = stackFile({ "distribution.default_root_object": "${var.root}" });
    await lint([file]);
    expect(printed.replaceAll(/\s+/g, " ")).toContain("1 unknown");
    await lint([file, "--unknown"]);
    expect(printed).toContain("unknown: aws_cloudfront_distribution.distribution:");
  });

  it("accepts the findings of a file of suppressions, and shows the reasons", async () => {
    const address = "aws_cloudfront_distribution.distribution";
    const list = save("accepted.json", [
      { id: "no-http-only-origin", address, reason: "no certificate yet" },
    ]);
    expect(await lint([stackFile(HTTP_ONLY), "--suppressions", list])).toBe(0);
    expect(printed).toContain("no certificate yet");
  });

  it("prints the documentation of the rules under --rules", async () => {
    expect(await lint(["--rules"])).toBe(0);
    expect(printed).toBe(`${rulesDocument()}\n`);
  });
});

describe("lint refuses, and prints nothing, when", () => {
  it.each([
    ["there is no file", () => [], /lint needs a file/],
    ["the file is missing", () => [join(folder, "none.json")], /cannot read .*ENOENT/],
    ["a folder has no configuration", () => [folder], /has no \*\.tf or \*\.tf\.json file in it/],
    [
      "the file is HCL with the name of something else",
      () => [save("main.json", 'resource "a" "b" {}')],
      /main.json is no JSON: it is HCL; name it \*\.tf.*show -json/,
    ],
    ["the file is broken HCL", () => [save("main.tf", "resource {")], /main\.tf:1,/],
    [
      "the file is HCL of something else",
      () => [save("main.tf", 'name = "x"')],
      /main.tf is no Terraform JSON: it has none of/,
    ],
    ["the file is no JSON", () => [save("a.json", "resource {}")], /a.json is no JSON/],
    [
      "the file is no Terraform",
      () => [save("a.json", { name: "x" })],
      /a.json is no Terraform JSON/,
    ],
    ["an option is unknown", () => ["--quiet"], /--quiet/],
    [
      "a suppression has no reason",
      () => [
        stackFile({}),
        "--suppressions",
        save("s.json", [{ id: "no-public-bucket", address: "aws_s3_bucket.a" }]),
      ],
      /s.json has a suppression of "no-public-bucket" without a reason/,
    ],
  ])("%s", async (_, args, message) => {
    await expect(lint(args())).rejects.toThrow(UsageError);
    await expect(lint(args())).rejects.toThrow(message);
    expect(printed).toBe("");
  });

  it("one of several files cannot be used, though another has errors", async () => {
    await expect(lint([stackFile(HTTP_ONLY), join(folder, "none.json")])).rejects.toThrow(
      UsageError,
    );
    expect(printed).toBe("");
  });
});
