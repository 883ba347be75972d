import { standInNotes, standInsFor } from "../../../preview/session/stand-ins";
import type { Block } from "../../../synthesized/stack";

const missing = (name: string, path = "origin.0.origin_id", expression = `S3-\${var.${name}}`) => ({
  address: "aws_cloudfront_distribution.d",
  path,
  expression,
  reason: `variable "${name}" has no default; supply it with --set var.${name}=VALUE`,
});

const standIn = (name: string, declared: Block = {}) =>
  standInsFor([missing(name)], { variable: { [name]: declared } })[`var.${name}`];

it.each([
  ["bucket_name", "bucket-name"],
  ["environment", "environment"],
  ["aws_region", "us-east-1"],
  ["domain_name", "domain-name.example.com"],
  ["module_cdn_project", "cdn-project"],
])("%s is %s", (name, text) => {
  expect(standIn(name)).toBe(text);
  expect(standIn(name, { type: "${string}" })).toBe(text);
});

it("does not stand in for what decides where requests go, or is no text", () => {
  for (const name of ["cache_policy_id", "edge_lambda_arn", "api_host", "origin_path", "api_url"]) {
    expect(standIn(name)).toBeUndefined();
  }
  expect(standIn("names", { type: "${list(string)}" })).toBeUndefined();
});

it("does not stand in for an origin's domain, wherever else the variable is used", () => {
  const needed = [missing("backend", "origin.1.domain_name", "${var.backend}"), missing("backend")];
  expect(standInsFor(needed, { variable: { backend: {} } })).toEqual({});
});

it.each([
  "default_cache_behavior.viewer_protocol_policy",
  "ordered_cache_behavior.0.min_ttl",
  "ordered_cache_behavior.0.path_pattern",
  "origin.0.custom_origin_config.origin_protocol_policy",
  "custom_error_response.0.response_code",
  "restrictions.geo_restriction.locations.0",
])("does not stand in for %s, which decides by its value", (path) => {
  const needed = [missing("setting", path), missing("setting")];
  expect(standInsFor(needed, { variable: { setting: {} } })).toEqual({});
});

it("stands in for the name of a bucket, from which an origin's domain follows", () => {
  const domain = "${aws_s3_bucket.site.bucket_regional_domain_name}";
  const needed = [missing("site", "origin.0.domain_name", domain)];
  expect(standInsFor(needed, { variable: { site: {} } })).toEqual({ "var.site": "site" });
});

it("stands in for a part of an origin's domain, also by a local value", () => {
  const needed = (expression: string) => [missing("app", "origin.domain_name", expression)];
  const locals = { part: "${var.app}.s3.amazonaws.com", whole: "${var.app}" };
  const standIns = (expression: string) =>
    standInsFor(needed(expression), { variable: { app: {} }, locals });
  expect(standIns("${var.app}.example.com")).toEqual({ "var.app": "app" });
  expect(standIns("${local.part}")).toEqual({ "var.app": "app" });
  expect(standIns("${local.whole}")).toEqual({});
  expect(standIns("${origin.value.domain}")).toEqual({});
});

it("lets nobody guess what stands in for a secret", () => {
  const [first, second] = [standIn("origin_secret"), standIn("origin_secret")];
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).not.toBe(first);
  expect(standIn("login", { sensitive: true })).toMatch(/^[0-9a-f]{32}$/);
});

it("says what stands in, and how to replace it", () => {
  expect(standInNotes({ "var.name": "name" })).toEqual([
    'var.name has no value; "name" stands in for it. Give yours with --set var.name=VALUE or --var-file FILE',
  ]);
});
