import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, Json } from "../../synthesized/stack";
import { lint } from "../../validations/lint";
import { addressesOf, fromPlan } from "../../validations/plan";

// `terraform show -json` of a module with a bucket, a distribution and a secret, used twice.
const plan = JSON.parse(readFileSync(join(__dirname, "support", "plan.json"), "utf8")) as Block;
const stack = fromPlan(plan);
const distribution = stack.resource?.aws_cloudfront_distribution?.module_web_a_d;

const planOf = (after: Block, afterUnknown: Block, expressions: Block): Block => ({
  format_version: "1.2",
  planned_values: {},
  resource_changes: [
    {
      address: "aws_cloudfront_distribution.d",
      mode: "managed",
      type: "aws_cloudfront_distribution",
      name: "d",
      change: { after, after_unknown: afterUnknown },
    },
  ],
  configuration: {
    root_module: { resources: [{ address: "aws_cloudfront_distribution.d", expressions }] },
  },
});
const planned = (...args: Parameters<typeof planOf>): Json | undefined =>
  fromPlan(planOf(...args)).resource?.aws_cloudfront_distribution?.d;

describe("a plan as a configuration", () => {
  it("keeps every instance of a module apart, and knows its real address", () => {
    expect(Object.keys(stack.resource?.aws_s3_bucket ?? {})).toEqual([
      "module_web_a_site",
      "module_web_b_site",
    ]);
    expect(addressesOf(stack)["aws_s3_bucket.module_web_a_site"]).toBe(
      'module.web["a"].aws_s3_bucket.site',
    );
  });

  it("refers to resources of the same module instance where a value is not known yet", () => {
    expect(JSON.stringify(distribution?.origin)).toContain(
      "aws_s3_bucket.module_web_a_site.bucket_regional_domain_name",
    );
  });

  it("does not show a secret that comes from a variable", () => {
    expect(JSON.stringify(stack)).not.toContain("a1b2c3d4e5f6a7b8c9d0");
  });

  it("escapes texts, which are final in a plan", () => {
    expect(stack.resource?.aws_cloudfront_function?.f?.code).toBe("return `$${event.request.uri}`");
  });

  it("is judged by the same rules, at the real addresses", () => {
    const errors = lint(stack).findings.filter(({ rule }) => rule.severity === "error");
    expect(errors.map(({ rule, finding }) => [rule.id, finding.address, finding.part])).toEqual(
      ["a", "b"].map((key) => [
        "no-http-only-origin",
        `module.web["${key}"].aws_cloudfront_distribution.d`,
        'origin "api"',
      ]),
    );
  });

  it("is shown by the attribute that its author wrote where a value is not known", () => {
    const config = { custom_origin_config: [{ origin_protocol_policy: "http-only" }] };
    const references = ["aws_s3_bucket.site.id", "aws_s3_bucket.site"];
    const unknown = fromPlan(
      planOf(
        { origin: [config] },
        { origin: [{ origin_id: true }] },
        { origin: [{ origin_id: { references } }] },
      ),
    );
    const found = lint(unknown).findings.find(({ rule }) => rule.id === "no-http-only-origin");
    expect(found?.finding.part).toBe('origin "${aws_s3_bucket.site.id}"');
  });

  it("takes the region of a provider", () => {
    expect(stack.provider).toEqual({ aws: [{ region: "eu-west-1" }] });
  });
});

describe("a value that is known only after apply", () => {
  it("is the expression, when the configuration is JSON", () => {
    const expression = { constant_value: "${local.host}", references: ["local.host"] };
    expect(planned({}, { comment: true }, { comment: expression })).toEqual({
      comment: "${local.host}",
    });
  });

  it("is what the expression refers to, when the configuration is HCL", () => {
    expect(planned({}, { comment: true }, { comment: { references: ["local.host"] } })).toEqual({
      comment: "${unknown(local.host)}",
    });
  });

  it("is absent when the configuration leaves it to AWS", () => {
    expect(planned({ enabled: true }, { arn: true }, {})).toEqual({ enabled: true });
  });
});

it("finds the expressions of a set's blocks by their constants, whatever the order", () => {
  const values = {
    origin: [
      { origin_id: "b", aliases: ["x", "y"] },
      { origin_id: "a", aliases: [] },
    ],
  };
  const unknown = { origin: [{ domain_name: true }, { domain_name: true }] };
  const origin = (id: string, aliases: readonly string[]) => ({
    origin_id: { constant_value: id },
    aliases: { constant_value: aliases },
    domain_name: { references: [`var.${id}`] },
  });
  const expressions = { origin: [origin("a", []), origin("b", ["y", "x"])] };
  expect(planned(values, unknown, expressions)).toEqual({
    origin: [
      { origin_id: "b", aliases: ["x", "y"], domain_name: "${unknown(var.b)}" },
      { origin_id: "a", aliases: [], domain_name: "${unknown(var.a)}" },
    ],
  });
});
