import type { Block } from "../../../synthesized/stack";
import { resolve } from "../../support/resolved-outputs";

/** The one resource or data source of a stack, resolved. */
async function attributes(
  stack: { resource?: object; data?: object; provider?: object },
  address: string,
): Promise<Block> {
  const { stack: resolved } = await resolve({
    provider: { aws: { region: "eu-west-1" } },
    ...stack,
  });
  const [type = "", name = ""] = address.replace("data.", "").split(".");
  const blocks = address.startsWith("data.") ? resolved.data : resolved.resource;
  const block = blocks?.[type]?.[name];
  if (block === undefined) throw new Error(`no ${address}`);
  return block;
}

const managed = (type: string, config: object = {}) =>
  attributes({ resource: { [type]: { x: config } } }, `${type}.x`);
const data = (type: string, config: object = {}) =>
  attributes({ data: { [type]: { x: config } } }, `data.${type}.x`);

describe("computed attributes look like AWS's", () => {
  it("of a bucket, whose name may be left to Terraform", async () => {
    expect(await managed("aws_s3_bucket", { bucket: "b" })).toMatchObject({
      id: "b",
      arn: "arn:aws:s3:::b",
      bucket_domain_name: "b.s3.amazonaws.com",
      bucket_regional_domain_name: "b.s3.eu-west-1.amazonaws.com",
      website_endpoint: "b.s3-website-eu-west-1.amazonaws.com",
    });
    const { bucket, id } = await managed("aws_s3_bucket", { bucket_prefix: "site-" });
    expect(bucket).toMatch(/^site-[0-9a-f]{26}$/);
    expect(id).toBe(bucket);
    expect((await managed("aws_s3_bucket")).bucket).toMatch(/^terraform-[0-9a-f]{26}$/);
  });

  it("of a distribution and what belongs to it", async () => {
    const distribution = await managed("aws_cloudfront_distribution");
    expect(distribution.id).toMatch(/^E[0-9A-Z]{13}$/);
    expect(distribution.domain_name).toMatch(/^d[0-9a-z]{13}\.cloudfront\.net$/);
    expect(distribution.arn).toBe(
      `arn:aws:cloudfront::123456789012:distribution/${distribution.id}`,
    );
    expect(await managed("aws_cloudfront_function", { name: "f" })).toMatchObject({
      id: "f",
      arn: "arn:aws:cloudfront::123456789012:function/f",
    });
    const identity = await managed("aws_cloudfront_origin_access_identity");
    expect(identity.cloudfront_access_identity_path).toBe(
      `origin-access-identity/cloudfront/${identity.id}`,
    );
    const known = await data("aws_cloudfront_origin_access_identity", { id: "E1EXAMPLE" });
    expect(known.cloudfront_access_identity_path).toBe(
      "origin-access-identity/cloudfront/E1EXAMPLE",
    );
    const store = await managed("aws_cloudfront_key_value_store", { name: "s" });
    expect(store.arn).toBe(`arn:aws:cloudfront::123456789012:key-value-store/${store.id}`);
  });

  it("of managed policies that a data source finds by name", async () => {
    const disabled = { id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad" };
    expect(
      await data("aws_cloudfront_cache_policy", { name: "Managed-CachingDisabled" }),
    ).toMatchObject(disabled);
    expect(
      await data("aws_cloudfront_origin_request_policy", { name: "Managed-AllViewer" }),
    ).toMatchObject({ id: "216adef6-5c7f-47e4-b989-5492eafa07d3" });
    const own = {
      data: { aws_cloudfront_cache_policy: { x: { name: "own" } } },
      resource: { aws_cloudfront_cache_policy: { o: { name: "own" } } },
    };
    const { id } = await attributes(own, "aws_cloudfront_cache_policy.o");
    expect(await attributes(own, "data.aws_cloudfront_cache_policy.x")).toMatchObject({ id });
    const beside = {
      data: { aws_cloudfront_cache_policy: { x: { name: "Managed-CachingDisabled" } } },
      resource: { aws_cloudfront_cache_policy: { o: { name: "${var.name}" } } },
      variable: { name: {} },
    };
    expect(await attributes(beside, "data.aws_cloudfront_cache_policy.x")).toMatchObject(disabled);
  });

  it("of a REST API: paths of nested resources, URL and ARN of a stage", async () => {
    const stack = {
      resource: {
        aws_api_gateway_rest_api: { api: { name: "api" } },
        aws_api_gateway_resource: {
          a: { parent_id: "${aws_api_gateway_rest_api.api.root_resource_id}", path_part: "a" },
          b: { parent_id: "${aws_api_gateway_resource.a.id}", path_part: "{proxy+}" },
        },
        aws_api_gateway_stage: {
          s: { rest_api_id: "${aws_api_gateway_rest_api.api.id}", stage_name: "prod" },
        },
      },
    };
    const { id } = await attributes(stack, "aws_api_gateway_rest_api.api");
    expect(id).toMatch(/^[0-9a-z]{10}$/);
    expect(await attributes(stack, "aws_api_gateway_resource.b")).toMatchObject({
      path: "/a/{proxy+}",
    });
    expect(await attributes(stack, "aws_api_gateway_stage.s")).toMatchObject({
      invoke_url: `https://${id}.execute-api.eu-west-1.amazonaws.com/prod`,
      execution_arn: `arn:aws:execute-api:eu-west-1:123456789012:${id}/prod`,
    });
  });

  it.each([
    ["$default", "HTTP", "https", "/"],
    ["v1", "HTTP", "https", "/v1"],
    ["v1", "WEBSOCKET", "wss", "/v1"],
  ])("of stage %s of an %s API", async (name, protocol_type, scheme, path) => {
    const stack = {
      resource: {
        aws_apigatewayv2_api: { api: { name: "api", protocol_type } },
        aws_apigatewayv2_stage: { s: { api_id: "${aws_apigatewayv2_api.api.id}", name } },
      },
    };
    const { id, api_endpoint } = await attributes(stack, "aws_apigatewayv2_api.api");
    expect(api_endpoint).toBe(`${scheme}://${id}.execute-api.eu-west-1.amazonaws.com`);
    expect(await attributes(stack, "aws_apigatewayv2_stage.s")).toMatchObject({
      invoke_url: `${api_endpoint}${path}`,
    });
  });

  it("of custom domain names, also inside their blocks", async () => {
    const v1 = await managed("aws_api_gateway_domain_name", { domain_name: "api.example" });
    expect(v1.regional_domain_name).toMatch(
      /^d-[0-9a-z]{10}\.execute-api\.eu-west-1\.amazonaws\.com$/,
    );
    expect(v1.cloudfront_domain_name).toMatch(/^d[0-9a-z]{13}\.cloudfront\.net$/);
    const v2 = await managed("aws_apigatewayv2_domain_name", {
      domain_name: "api.example",
      domain_name_configuration: { endpoint_type: "REGIONAL" },
    });
    expect(v2.domain_name_configuration).toEqual([
      {
        endpoint_type: "REGIONAL",
        hosted_zone_id: expect.stringMatching(/^Z/),
        target_domain_name: expect.stringMatching(/\.execute-api\.eu-west-1\.amazonaws\.com$/),
      },
    ]);
  });

  it("of a function, its alias and its URL", async () => {
    const arn = "arn:aws:lambda:eu-west-1:123456789012:function:f";
    expect(
      await managed("aws_lambda_function", { function_name: "f", publish: true }),
    ).toMatchObject({
      arn,
      invoke_arn: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn}/invocations`,
      qualified_arn: `${arn}:1`,
      version: "1",
    });
    expect(await managed("aws_lambda_function", { function_name: "f" })).toMatchObject({
      version: "$LATEST",
    });
    expect(await managed("aws_lambda_alias", { function_name: arn, name: "live" })).toMatchObject({
      arn: `${arn}:live`,
    });
    expect((await managed("aws_lambda_function_url", { function_name: "f" })).function_url).toMatch(
      /^https:\/\/[0-9a-z]{32}\.lambda-url\.eu-west-1\.on\.aws\/$/,
    );
  });

  it("of load balancers and Elastic Beanstalk environments", async () => {
    expect((await data("aws_lb", { tags: { a: "b" } })).dns_name).toMatch(
      /^x-\d+\.eu-west-1\.elb\.amazonaws\.com$/,
    );
    expect((await managed("aws_lb", { name: "n", internal: true })).dns_name).toMatch(
      /^internal-n-/,
    );
    expect(
      await managed("aws_elastic_beanstalk_environment", { name: "e", cname_prefix: "p" }),
    ).toMatchObject({ cname: "p.eu-west-1.elasticbeanstalk.com" });
  });

  it("of a policy document", async () => {
    const { json } = await data("aws_iam_policy_document", {
      statement: {
        actions: ["s3:GetObject"],
        resources: ["arn:aws:s3:::b/*", "arn:aws:s3:::b"],
        principals: { type: "Service", identifiers: ["cloudfront.amazonaws.com"] },
        condition: { test: "StringEquals", variable: "AWS:SourceArn", values: ["arn"] },
      },
    });
    expect(JSON.parse(String(json))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: ["arn:aws:s3:::b/*", "arn:aws:s3:::b"],
          Principal: { Service: "cloudfront.amazonaws.com" },
          Condition: { StringEquals: { "AWS:SourceArn": "arn" } },
        },
      ],
    });
  });

  it("of the account, and placeholders for secrets", async () => {
    expect(await data("aws_caller_identity")).toMatchObject({ account_id: "123456789012" });
    expect(await data("aws_partition")).toMatchObject({
      partition: "aws",
      dns_suffix: "amazonaws.com",
    });
    expect((await data("aws_ssm_parameter", { name: "/a" })).value).toMatch(/^placeholder-/);
    expect(
      (await data("aws_secretsmanager_secret_version", { secret_id: "s" })).secret_string,
    ).toMatch(/^placeholder-/);
  });

  it("of the random provider", async () => {
    expect((await managed("random_password", { length: 40 })).result).toMatch(/^[0-9a-z]{40}$/);
    expect((await managed("random_id", { byte_length: 4, prefix: "p-" })).hex).toMatch(
      /^p-[0-9a-f]{8}$/,
    );
    const { result } = await managed("random_integer", { min: 5, max: 7 });
    expect([5, 6, 7]).toContain(result);
  });

  it("of a type that is not known: an id, and an ARN if it is AWS's", async () => {
    expect(await managed("aws_sfn_state_machine", { name: "n" })).toMatchObject({
      id: expect.stringMatching(/^[0-9a-z]{20}$/),
      arn: "arn:aws:sfn:eu-west-1:123456789012:state-machine/n",
    });
    expect(await managed("google_thing")).not.toHaveProperty("arn");
  });

  it("of China's partition", async () => {
    const stack = {
      provider: { aws: { region: "cn-north-1" } },
      resource: { aws_s3_bucket: { x: { bucket: "b" } } },
    };
    expect(await attributes(stack, "aws_s3_bucket.x")).toMatchObject({
      arn: "arn:aws-cn:s3:::b",
      bucket_regional_domain_name: "b.s3.cn-north-1.amazonaws.com.cn",
    });
  });
});
