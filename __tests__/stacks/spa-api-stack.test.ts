import { readFileSync } from "node:fs";
import { parse } from "@cdktf/hcl2json";
import { Testing } from "cdktf";
import { CACHE_POLICIES, ORIGIN_REQUEST_POLICIES } from "../../modules";
import { setupEdgeMatchers } from "../../preview/jest";
import { type SpaApiAdditions, SpaApiStack } from "../../stacks/spa-api-stack";
import { type Block, blocks, type Json, type SynthesizedStack } from "../../synthesized/stack";
import { sampleStack, withoutFiles } from "../support/sample-stack";
import { testSettings } from "../support/settings";
import { addresses, resource } from "../support/synth";

setupEdgeMatchers();

const synth = (additions?: SpaApiAdditions, changes = {}) =>
  JSON.parse(
    Testing.synth(new SpaApiStack(Testing.app(), "spa-api", testSettings(changes), additions)),
  ) as SynthesizedStack;

const ALL_OFF: Required<SpaApiAdditions> = {
  originAccess: "identity",
  spaFallback: false,
  securityHeaders: false,
  ipv6: false,
  http3: false,
  siteCaching: false,
  tags: false,
};

const distribution = (stack: SynthesizedStack) =>
  resource(stack, "aws_cloudfront_distribution.distribution") as Block;

describe("SpaApiStack", () => {
  it("synthesizes the reference architecture", () => {
    expect(withoutFiles(sampleStack("spa-api"))).toMatchSnapshot();
  });

  it("keeps its addresses, which are a contract with every state there is", () => {
    expect(addresses(synth())).toEqual([
      "aws_api_gateway_deployment.deployment",
      "aws_api_gateway_integration.proxy",
      "aws_api_gateway_integration.root",
      "aws_api_gateway_method.proxy",
      "aws_api_gateway_method.root",
      "aws_api_gateway_resource.proxy",
      "aws_api_gateway_rest_api.rest_api",
      "aws_api_gateway_stage.stage",
      "aws_cloudfront_distribution.distribution",
      "aws_cloudfront_function.distribution_default_viewer_request",
      "aws_cloudfront_origin_access_control.distribution_s3",
      "aws_cloudwatch_log_group.api",
      "aws_iam_role.api",
      "aws_iam_role_policy.api",
      "aws_lambda_function.api",
      "aws_lambda_permission.api",
      "aws_s3_bucket.frontend_bucket",
      "aws_s3_bucket_lifecycle_configuration.frontend_bucket",
      "aws_s3_bucket_ownership_controls.frontend_bucket",
      "aws_s3_bucket_policy.frontend_bucket",
      "aws_s3_bucket_public_access_block.frontend_bucket",
      "aws_s3_bucket_server_side_encryption_configuration.frontend_bucket",
      "aws_s3_bucket_versioning.frontend_bucket",
      "aws_s3_object.site_app_css",
      "aws_s3_object.site_app_js",
      "aws_s3_object.site_favicon_svg",
      "aws_s3_object.site_index_html",
    ]);
  });

  it("gives frontend_url, distribution_id, bucket_name and api_invoke_url", () => {
    const values = Object.entries(synth().output ?? {}).map(([name, { value }]) => [name, value]);
    expect(Object.fromEntries(values)).toEqual({
      frontend_url: "${aws_cloudfront_distribution.distribution.domain_name}",
      distribution_id: "${aws_cloudfront_distribution.distribution.id}",
      bucket_name: "${aws_s3_bucket.frontend_bucket.id}",
      api_invoke_url: "${aws_api_gateway_stage.stage.invoke_url}",
    });
  });

  it("separates environments by names, tags and state", () => {
    const stack = synth({}, { environment: "staging" });
    const everything = JSON.stringify(stack);
    expect(everything).toContain("one-origin-staging-spa-api");
    expect(everything).toContain('"Environment":"staging"');
    expect(everything).not.toContain("dev");
  });

  it("sends the API the value of the origin lock, and S3 nothing", () => {
    const value = "${aws_ssm_parameter.origin_lock_a.value}";
    expect(distribution(synth({}, { originLock: "a" }))).toMatchObject({
      origin: [
        expect.not.objectContaining({ custom_header: expect.anything() }),
        { custom_header: [{ name: "X-Origin-Verify", value }] },
      ],
    });
  });

  it("sends the API all headers but Host when it is told to, and caches as little as before", () => {
    const { ordered_cache_behavior } = distribution(synth({}, { apiHeaders: "all" }));
    const [behavior] = blocks(ordered_cache_behavior);
    expect(behavior).toMatchObject({
      path_pattern: "/api/*",
      cache_policy_id: CACHE_POLICIES.CachingDisabled,
      origin_request_policy_id: ORIGIN_REQUEST_POLICIES.AllViewerExceptHostHeader,
    });
    expect(Object.keys(behavior ?? {})).not.toContain("forwarded_values");
    expect(addresses(synth({}, { apiHeaders: "all" }))).toEqual(addresses(synth()));
  });

  it.each([
    ["usual", "GET", "drops"],
    ["usual", "POST", "sends"],
    ["all", "GET", "sends"],
    ["all", "POST", "sends"],
  ])("with %s headers, a %s %s its Authorization", async (apiHeaders, method, verb) => {
    await expect(synth({}, { apiHeaders })).toRoute(
      "/api/users",
      { origin: "apigw", originPath: "/api/users", cached: false, [verb]: ["Authorization"] },
      { method, headers: { Authorization: "Bearer token" } },
    );
  });

  it("takes the name of the bucket from the settings", () => {
    const stack = synth({}, { frontendBucket: "my-site" });
    expect(resource(stack, "aws_s3_bucket.frontend_bucket").bucket).toBe("my-site");
  });

  it("refuses a stage that disagrees with the path pattern", () => {
    expect(() => synth({}, { apiStage: "prod" })).toThrow(
      /"prod"; name the stage like the segment/,
    );
  });

  it("names no path of the machine", () => {
    expect(JSON.stringify(synth())).not.toContain(process.cwd());
  });

  describe("compared with the same system written as HCL", () => {
    const parsed = async () =>
      (await parse("system-1.tf", readFileSync("__tests__/support/system-1.tf", "utf8"))) as {
        resource: { aws_cloudfront_distribution: { distribution: Json } };
        output: { frontend_url: Json };
      };
    const written = async () =>
      blocks((await parsed()).resource.aws_cloudfront_distribution.distribution)[0] as Block;

    it("is equal, attribute by attribute, when every addition is off", async () => {
      const expected = singleBlocks(await written()) as Block;
      const found = singleBlocks(distribution(synth(ALL_OFF))) as Block;
      expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort());
      for (const [attribute, value] of Object.entries(expected)) {
        expect({ [attribute]: found[attribute] }).toEqual({ [attribute]: value });
      }
    });

    it("gives the same output", async () => {
      const [output] = blocks((await parsed()).output.frontend_url);
      expect(synth(ALL_OFF).output?.frontend_url?.value).toEqual(output?.value);
    });

    it("differs by default only by what the stack adds", async () => {
      const expected = flat(singleBlocks(await written()));
      const found = flat(singleBlocks(distribution(synth())));
      const paths = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
      expect(paths.filter((path) => expected[path] !== found[path]).sort()).toEqual([
        "default_cache_behavior.default_ttl",
        "default_cache_behavior.function_association.event_type",
        "default_cache_behavior.function_association.function_arn",
        "default_cache_behavior.max_ttl",
        "default_cache_behavior.min_ttl",
        "default_cache_behavior.response_headers_policy_id",
        "http_version",
        "is_ipv6_enabled",
        "origin.0.origin_access_control_id",
        "origin.0.s3_origin_config.origin_access_identity",
      ]);
    });
  });
});

/** A list of one block and that block alone mean the same in Terraform's JSON. */
function singleBlocks(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(singleBlocks);
    const [only] = items;
    return items.length === 1 && typeof only === "object" && only !== null ? only : items;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, singleBlocks(item)]));
}

function flat(value: Json, path = ""): Record<string, Json> {
  if (typeof value !== "object" || value === null) return { [path]: value };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, item]) => flat(item, path === "" ? key : `${path}.${key}`)),
  );
}
